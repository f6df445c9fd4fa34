// One line of the conversation as a list item. Everything of a message enters the page as text nodes.

import { anchor, clock, imageAddress, linked, webAddress } from "./words.js";

const NAMES = { customer: "나", bot: "챗봇", operator: "상담원" };

export function element(tag, className, ...content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...content);
  return node;
}

export function button(className, label, onClick) {
  const node = element("button", className, label);
  node.type = "button";
  node.addEventListener("click", onClick);
  return node;
}

/** The list item of a line; `say(text, tap, event)` is what its buttons do. */
export function bubble(line, say) {
  const body = element("div", "bubble");
  if (line.text) body.append(element("p", "text", linked(line.text)));
  for (const image of line.images ?? []) body.append(...picture(image));
  const buttons = (line.buttons ?? []).map((each) => action(each, say)).filter(Boolean);
  if (buttons.length) body.append(element("div", "actions", ...buttons));

  const time = element("time", "time", clock(line.at));
  time.dateTime = line.at;
  const item = element("li", `line ${line.author}`);
  item.append(
    element("span", "name", NAMES[line.author]),
    element("div", "row", body, time),
    element("div", "fate"),
  );
  return item;
}

function action({ label, message, url, phone }, say) {
  if (message) return button("action", label, (event) => say(message, undefined, event));
  if (phone) {
    const link = element("a", "action", label);
    link.href = `tel:${phone.replace(/[^\d+*#]/g, "")}`;
    return link;
  }
  const href = url && webAddress(url);
  if (!href) return null;
  const link = anchor(href, label);
  link.className = "action away";
  return link;
}

function picture({ url, alt }) {
  const source = imageAddress(url);
  if (!source) return [];
  const image = element("img", "picture");
  image.alt = alt ?? "";
  image.loading = "lazy";
  image.decoding = "async";
  image.referrerPolicy = "no-referrer";
  image.src = source;
  const href = source.startsWith("data:") ? null : source;
  const frame = href ? anchor(href, image) : element("span", "", image);
  frame.classList.add("frame");
  if (href && !alt) frame.setAttribute("aria-label", "사진 크게 보기");
  image.addEventListener("error", () => frame.replaceChildren(alt || "사진을 불러오지 못했어요"));
  return [frame];
}
