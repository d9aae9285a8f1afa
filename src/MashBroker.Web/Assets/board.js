// The board works without this: it reloads itself then. With it, the table is fetched anew when the hub says so.
(() => {
  const board = document.getElementById("board");
  const live = document.getElementById("live");
  if (!board || !window.EventSource) {
    return;
  }

  let fetching = false;
  let again = false;
  const refresh = async () => {
    if (fetching) {
      again = true;
      return;
    }
    fetching = true;
    try {
      const answer = await fetch("/?part=board", { headers: { Accept: "text/html" } });
      if (answer.ok) {
        board.innerHTML = await answer.text();
      }
    } finally {
      fetching = false;
      if (again) {
        again = false;
        refresh();
      }
    }
  };

  const events = new EventSource("/board/events");
  events.addEventListener("changed", refresh);
  events.onopen = () => {
    live.textContent = "Live";
    live.className = "live";
  };
  events.onerror = () => {
    live.textContent = "Not live: the hub does not answer. What you see may be old.";
    live.className = "live live--lost";
  };
})();
