/* Small repairs for readers who use a keyboard or do not see the page. */
(function () {
  var search = document.querySelector(".md-search[role=dialog]");
  var field = search && search.querySelector("input");
  if (field) search.setAttribute("aria-label", field.getAttribute("placeholder"));

  /* What is wider than its place can be scrolled with the keyboard, also after a turn. */
  var boxes = document.querySelectorAll(".pv-scroll, .md-typeset__scrollwrap");
  function reach(box) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else if (!box.hasAttribute("role")) box.removeAttribute("tabindex");
  }
  var watch = window.ResizeObserver && new ResizeObserver(function (seen) {
    seen.forEach(function (one) { reach(one.target); });
  });
  boxes.forEach(function (box) {
    reach(box);
    if (watch) watch.observe(box);
  });

  /* The key `/` goes to the finder of exams, where there is one. */
  var finder = Array.prototype.find.call(document.querySelectorAll(".md-tabs a"), function (link) {
    return /\/examens\/zoeken\.html$/.test(link.href);
  });
  if (finder) window.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    location.href = finder.href + "#q=";
  }, true);
})();
