// What the customer wrote and the server has not confirmed. Survives a reload of this tab.

const KEY = "dangol.unsent";

/** A random name for a line: sending it twice with the same name stores it once. */
export function newId() {
  // Not randomUUID: it is missing on plain http, where a store may try the chat first.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Storage may be forbidden (a frame on another site, private windows): then it is only memory. */
export const memory = {
  read(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value) sessionStorage.setItem(key, value);
      else sessionStorage.removeItem(key);
    } catch {
      // Nothing to do: the page itself still has it.
    }
  },
};

export class Unsent {
  #items = restored();

  /** In the order they are to be sent. Item: {id, text, tap, at, failed}. */
  get items() {
    return [...this.#items];
  }

  get(id) {
    return this.#items.find((item) => item.id === id);
  }

  add(item) {
    this.#items.push(item);
    this.#save();
  }

  done(id) {
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#save();
  }

  fail(id) {
    const item = this.get(id);
    if (item) item.failed = true;
    this.#save();
  }

  #save() {
    memory.write(KEY, this.#items.length ? JSON.stringify(this.#items) : "");
  }
}

function restored() {
  try {
    return JSON.parse(memory.read(KEY) ?? "[]");
  } catch {
    return [];
  }
}
