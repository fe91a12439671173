/* Small repairs for readers who do not see the page. */
(function () {
  var search = document.querySelector(".md-search[role=dialog]");
  var field = search && search.querySelector("input");
  if (field) search.setAttribute("aria-label", field.getAttribute("placeholder"));
})();
