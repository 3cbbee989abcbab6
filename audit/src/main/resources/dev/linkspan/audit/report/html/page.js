'use strict';
(() => {
  const table = document.getElementById('findings-table');
  if (!table) {
    return;
  }
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const field = (name) => document.getElementById('filter-' + name);
  const choices = ['severity', 'kind', 'project', 'standing'].map((name) => [name, field(name)]).filter(([, select]) => select);
  const text = field('text');
  const suppressed = field('suppressed');
  const result = field('result');

  /* Filter */

  function matches(row, words) {
    return (!suppressed || suppressed.checked || !row.classList.contains('suppressed'))
      && choices.every(([name, select]) => !select.value || row.dataset[name] === select.value)
      && words.every((word) => texts.get(row).includes(word));
  }

  function filter() {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !matches(row, words);
      shown += row.hidden ? 0 : 1;
    }
    result.textContent = 'Showing ' + shown + ' of ' + rows.length + (rows.length === 1 ? ' finding.' : ' findings.');
  }

  function reset() {
    text.value = '';
    choices.forEach(([, select]) => { select.value = ''; });
    if (suppressed) {
      suppressed.checked = true;
    }
    filter();
  }

  /* Sort */

  const ranks = {error: 0, warning: 1, note: 2};
  const keys = {
    severity: (row) => ranks[row.dataset.severity],
    kind: (row) => row.dataset.kind,
    address: (row) => row.dataset.address,
    since: (row) => row.dataset.since,
  };

  function sort(header, column) {
    const descending = header.getAttribute('aria-sort') === 'ascending';
    const key = keys[column];
    const order = (one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : rows.indexOf(one) - rows.indexOf(other));
    const sorted = Array.from(rows).sort((one, other) => (descending ? order(other, one) : order(one, other)));
    body.append(...sorted);
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute('aria-sort');
    }
    header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  }

  for (const header of table.tHead.rows[0].cells) {
    const column = header.dataset.sort;
    if (column) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = header.textContent;
      header.dataset.label = header.textContent;
      button.addEventListener('click', () => sort(header, column));
      header.replaceChildren(button);
    }
  }

  /* Links to a finding show it, whatever is filtered out. */

  function open() {
    const row = rows.find((it) => it.id && '#' + it.id === location.hash);
    if (row) {
      if (row.hidden) {
        reset();
      }
      row.querySelector('details').open = true;
      row.scrollIntoView({block: 'center'});
    }
  }

  /* Nothing can be opened on paper, so all is open there. */

  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = Array.from(document.querySelectorAll('details:not([open])'));
    closed.forEach((it) => { it.open = true; });
  });
  window.addEventListener('afterprint', () => closed.forEach((it) => { it.open = false; }));

  text.addEventListener('input', filter);
  choices.forEach(([, select]) => select.addEventListener('change', filter));
  if (suppressed) {
    suppressed.addEventListener('change', filter);
  }
  field('reset').addEventListener('click', reset);
  window.addEventListener('hashchange', open);
  document.getElementById('filters').hidden = false;
  filter();
  open();
})();
