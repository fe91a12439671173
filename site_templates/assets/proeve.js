/* Small repairs for readers who use a keyboard or do not see the page. */
(function () {
  var search = document.querySelector(".md-search[role=dialog]");
  var field = search && search.querySelector("input");
  if (field) search.setAttribute("aria-label", field.getAttribute("placeholder"));
  document.querySelectorAll(".pv-scroll").forEach(function (box) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  });
})();
