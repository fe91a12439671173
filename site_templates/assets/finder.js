/* The finder: filters every exam of the school at each keystroke, without a server. */
(function () {
  "use strict";
  var data = window.PROEVE_FINDER;
  var form = document.getElementById("pv-finder");
  if (!data || !form) return;

  var AT_ONCE = 10, FIRST = 30, MORE = 100;
  var REST_AFTER = 150, ADDRESS_AFTER = 250, SPOKEN_AFTER = 500;
  var FIELDS = ["q", "stap", "rol", "groep", "bedrijf", "kwalificatie", "uitslag", "laat"];
  var said = form.dataset, total = data.exams;
  var element = function (id) { return document.getElementById(id); };
  var body = element("pv-rows"), count = element("pv-count"), status = element("pv-said");
  var more = element("pv-more"), none = element("pv-none"), clear = element("pv-clear");
  var field = form.elements.q;

  /* Columns: for each exam the place of its value in the list of values. */
  var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var digit = new Uint8Array(128);
  for (var d = 0; d < LETTERS.length; d++) digit[LETTERS.charCodeAt(d)] = d;
  function column(coded) {
    var at = new Uint32Array(total), text = coded.at, wide = coded.wide, from = 0;
    for (var i = 0; i < total; i++) {
      var place = 0;
      for (var w = 0; w < wide; w++) place = place * 64 + digit[text.charCodeAt(from++)];
      at[i] = place;
    }
    return { at: at, of: coded.of };
  }
  var numbers = data.numbers.split("\n"), ids = data.ids.split("\n");
  var group = column(data.group), student = column(data.student);
  var title = column(data.title), company = column(data.company);
  var step = column(data.step), state = column(data.state), hats = column(data.hats);
  var since = column(data.since), late = column(data.late), result = column(data.result);

  /* Text without capitals and accents; each different value is folded once. */
  function fold(text) {
    return String(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }
  var words = null;
  function searchable() {
    var each = function (of, from) {
      return of.map(function (one) { return " " + fold(from === null ? one : one.slice(from).join(" ")); });
    };
    var g = each(group.of, 0), s = each(student.of, null), t = each(title.of, null);
    var c = each(company.of, 0);
    words = new Array(total);
    for (var i = 0; i < total; i++) {
      words[i] = fold(numbers[i]) + s[student.at[i]] + c[company.at[i]] + t[title.at[i]] + g[group.at[i]];
    }
  }

  /* Which values of a column pass a filter. */
  function passing(of, test) {
    var passes = new Uint8Array(of.length);
    for (var i = 0; i < of.length; i++) passes[i] = test(of[i]) ? 1 : 0;
    return passes;
  }
  function holds(part) {
    return function (one) { return one[0].split("+").indexOf(part) >= 0; };
  }
  var TESTS = {
    stap: [step, function (key) { return function (one) { return one[0] === key; }; }],
    rol: [hats, holds],
    groep: [group, function (key) { return function (one) { return one[0] === key; }; }],
    bedrijf: [company, holds],
    kwalificatie: [group, function (key) { return function (one) { return one[2] === key; }; }],
    uitslag: [result, function (key) { return function (one) { return one[0] === key; }; }],
    laat: [late, function () { return function (one) { return one > 0; }; }]
  };

  /* Filters with many values: their words travel with the data, once. */
  Object.keys(data.choices).forEach(function (name) {
    data.choices[name].forEach(function (one) {
      form.elements[name].add(new Option(one[1], one[0]));
    });
  });

  function wanted() {
    var asked = {};
    FIELDS.forEach(function (name) {
      var input = form.elements[name];
      var value = input.type === "checkbox" ? (input.checked ? "1" : "") : input.value.trim();
      if (value) asked[name] = value;
    });
    return asked;
  }

  /* What was found a moment ago is kept: who takes letters back waits for nothing. */
  var KEPT = 60, kept = new Map();
  function find(asked) {
    var question = JSON.stringify(asked);
    if (!kept.has(question)) {
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value);
      kept.set(question, searched(asked));
    }
    found = kept.get(question);
    before = { rest: others(asked), q: fold(asked.q || "") };
  }
  function others(asked) { return JSON.stringify(Object.assign({}, asked, { q: "" })); }

  var found = [], before = null, shown = FIRST;
  function searched(asked) {
    var terms = fold(asked.q || "").split(/\s+/).filter(Boolean);
    var rest = others(asked);
    if (terms.length && !words) searchable();
    /* A longer question about the same filters can only leave fewer exams. */
    var narrower = before && before.rest === rest && fold(asked.q || "").indexOf(before.q) === 0;
    var from = narrower ? found : null, length = from ? from.length : total;
    var filters = narrower ? [] : Object.keys(asked).filter(function (name) { return TESTS[name]; })
      .map(function (name) {
        var test = TESTS[name];
        return [test[0].at, passing(test[0].of, test[1](asked[name]))];
      });
    var left = [];
    next: for (var n = 0; n < length; n++) {
      var i = from ? from[n] : n;
      for (var f = 0; f < filters.length; f++) if (!filters[f][1][filters[f][0][i]]) continue next;
      for (var t = 0; t < terms.length; t++) if (words[i].indexOf(terms[t]) < 0) continue next;
      left.push(i);
    }
    return left;
  }

  /* Rows are made once and filled again: that is what keeps a keystroke short. */
  var rows = [];
  function made() {
    var row = document.createElement("tr"), cells = [];
    for (var c = 0; c < 8; c++) {
      var cell = row.appendChild(document.createElement(c ? "td" : "th"));
      cells.push(cell);
    }
    cells[0].scope = "row";
    var link = cells[0].appendChild(document.createElement("a"));
    var soft = cells[0].appendChild(document.createElement("span"));
    soft.className = "pv-finds__title";
    var days = document.createElement("span");
    var when = document.createElement("span");
    days.className = "pv-late";
    cells[6].appendChild(when);
    cells[6].appendChild(days);
    body.appendChild(row);
    return { row: row, places: [link, soft, cells[1], cells[2], cells[3], cells[4], cells[5], when, days, cells[7]], exam: -1 };
  }
  function fill(made, i) {
    if (made.exam === i) return;
    made.exam = i;
    var g = group.of[group.at[i]], s = step.of[step.at[i]], overdue = late.of[late.at[i]];
    var texts = [
      numbers[i], title.of[title.at[i]], student.of[student.at[i]] || "–", g[1],
      company.of[company.at[i]][1] || "–", s[0] === "0" ? state.of[state.at[i]] : s[0] + " " + s[1],
      hats.of[hats.at[i]][1] || "–", since.of[since.at[i]][1] || "–",
      overdue ? said.late.replace("{n}", overdue) : "", result.of[result.at[i]][1] || "–"
    ];
    for (var n = 0; n < texts.length; n++) {
      var place = made.places[n];
      if (place.firstChild) { if (place.firstChild.data !== texts[n]) place.firstChild.data = texts[n]; }
      else place.textContent = texts[n];
    }
    made.places[0].setAttribute("href", said.up + "examens/" + g[0] + "/" + (ids[i] || numbers[i]) + ".html");
    made.row.className = overdue ? "is-late" : "";
  }
  function show(most) {
    var many = Math.min(most || shown, found.length), all = Math.min(shown, found.length);
    while (rows.length < many) rows.push(made());
    for (var n = 0; n < rows.length; n++) {
      if (n < many) fill(rows[n], found[n]);
      rows[n].row.hidden = n >= many;
    }
    count.textContent = said.count.replace("{n}", found.length).replace("{all}", total);
    none.hidden = found.length > 0;
    more.hidden = all >= found.length;
    if (!more.hidden) more.textContent = said.more.replace("{n}", Math.min(MORE, found.length - all));
  }
  /* Who types sees the first screen at once; the rows below it follow in a pause. */
  var resting = 0;
  function showFirst() {
    clearTimeout(resting);
    show(AT_ONCE);
    resting = setTimeout(show, REST_AFTER);
  }

  /* The address holds the filter; a screen reader hears the count when typing stops. */
  var speaking = 0, writing = 0;
  function tell() {
    clearTimeout(speaking);
    speaking = setTimeout(function () { status.textContent = count.textContent; }, SPOKEN_AFTER);
  }
  function address(asked) {
    clearTimeout(writing);
    writing = setTimeout(function () {
      var text = new URLSearchParams(asked).toString();
      if (location.hash.slice(1) !== text) history.replaceState(null, "", "#" + text);
    }, ADDRESS_AFTER);
  }
  function search() {
    var asked = wanted();
    shown = FIRST;
    find(asked);
    showFirst();
    tell();
    address(asked);
    clear.hidden = Object.keys(asked).length === 0;
  }
  function fromAddress() {
    var asked = new URLSearchParams(location.hash.slice(1));
    FIELDS.forEach(function (name) {
      var input = form.elements[name], value = asked.get(name) || "";
      if (input.type === "checkbox") input.checked = value === "1";
      else input.value = value;
    });
    search();
  }

  function cell(text) {
    var safe = /^[=+\-@\t\r\n]/.test(text) ? "'" + text : text;
    return /[";\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }
  function sheet() {
    var heads = Array.prototype.map.call(document.querySelectorAll(".pv-finds thead th"), function (head) {
      return head.textContent;
    });
    heads.push(said.late.replace("{n} ", ""));
    var lines = found.map(function (i) {
      var s = step.of[step.at[i]], overdue = late.of[late.at[i]];
      return [
        numbers[i], student.of[student.at[i]], group.of[group.at[i]][1], company.of[company.at[i]][1],
        s[0] === "0" ? state.of[state.at[i]] : s[0] + " " + s[1], hats.of[hats.at[i]][1],
        since.of[since.at[i]][0], result.of[result.at[i]][1], String(overdue || "")
      ].map(cell).join(";");
    });
    return "\ufeff" + [heads.map(cell).join(";")].concat(lines).join("\r\n") + "\r\n";
  }
  function download() {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([sheet()], { type: "text/csv;charset=utf-8" }));
    link.download = said.file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  form.addEventListener("input", search);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", fromAddress);
  clear.addEventListener("click", function () { form.reset(); search(); field.focus(); });
  element("pv-csv").addEventListener("click", download);
  more.addEventListener("click", function () {
    var first = shown;
    shown += MORE;
    clearTimeout(resting);
    show();
    tell();
    var link = rows[first] && rows[first].row.querySelector("a");
    if (link) link.focus();
  });
  /* Before the theme hears it, which would open its own search. */
  window.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.focus();
    field.select();
  }, true);

  form.hidden = element("pv-found").hidden = false;
  fromAddress();
  /* Who came by the key `/` on another page wants to type. */
  if (location.hash === "#q=") field.focus();
  setTimeout(function () { if (!words) searchable(); }, 0);
})();
