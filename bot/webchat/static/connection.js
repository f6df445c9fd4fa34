// The WebSocket: stays open, comes back by itself, and knows when silence means that it is dead.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** Longer than the server's own deadline for an answer (10 s). */
const SILENCE = 15_000;
/** A page that wakes up, or heard nothing for long, asks whether its connection is still alive. */
const PROBE = 5_000;
const QUIET = 120_000;

export class Connection {
  #url;
  #on;
  #socket = null;
  #tries = 0;
  #retry;
  #deadline;
  #heard = Date.now();

  /** `on`: open(patience), frame(object), lost(), busy() (whether answers are outstanding). */
  constructor(url, on) {
    this.#url = url;
    this.#on = on;
    addEventListener("online", () => this.#wake());
    addEventListener("offline", () => this.#lose());
    addEventListener("pageshow", (event) => event.persisted && this.#wake());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#wake();
    });
    // The server's pings are answered inside the browser: a script never sees that they stopped.
    setInterval(() => {
      if (Date.now() - this.#heard > QUIET && document.visibilityState === "visible") this.#wake();
    }, QUIET / 4);
    this.#connect();
  }

  get open() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Send a frame that will be answered. False when there is no connection. */
  send(frame, patience = SILENCE) {
    if (!this.open) return false;
    this.#socket.send(JSON.stringify(frame));
    this.#expect(patience);
    return true;
  }

  /** The server answered: the next failure starts with a short wait again. */
  settled() {
    this.#tries = 0;
  }

  #connect() {
    clearTimeout(this.#retry);
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    this.#expect(SILENCE);
    socket.onopen = () => this.#on.open();
    socket.onmessage = ({ data }) => {
      clearTimeout(this.#deadline);
      this.#heard = Date.now();
      this.#on.frame(JSON.parse(data));
      if (this.#on.busy()) this.#expect(SILENCE);
    };
    socket.onclose = () => this.#lose();
  }

  /** A dead connection may take minutes to say so: let go of it and start over. */
  #lose() {
    clearTimeout(this.#deadline);
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = null;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    this.#on.lost();
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#tries++);
    // Half of it at random, so that a restarted server does not meet everybody at once.
    this.#retry = setTimeout(() => this.#connect(), wait / 2 + (Math.random() * wait) / 2);
  }

  #wake() {
    if (!this.#socket) this.#connect();
    else if (this.open && !this.#on.busy()) this.#on.open(PROBE);
  }

  #expect(patience) {
    clearTimeout(this.#deadline);
    this.#deadline = setTimeout(() => this.#lose(), patience);
  }
}
