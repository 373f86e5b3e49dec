import type { SvgNode } from '../svg/svg-node.js';

/** A node of the picture with the element that shows it. */
export interface MountedNode {
  readonly node: SvgNode;
  readonly element: SVGElement;
  readonly text: Text | undefined;
  readonly children: readonly MountedNode[];
}

const namespace = 'http://www.w3.org/2000/svg';

/** Creates the elements of a node, or changes those of `previous` where they differ from it. */
export function patch(
  document: Document,
  node: SvgNode,
  previous: MountedNode | undefined,
  onChange: (mounted: MountedNode) => void,
): MountedNode {
  const element = previous?.element ?? document.createElementNS(namespace, node.tag);
  const changed = patchAttributes(element, previous?.node.attributes ?? {}, node.attributes);
  const text = patchText(document, element, node.text, previous);
  const children = patchChildren(document, element, node, previous?.children ?? [], onChange);
  const mounted = { node, element, text, children };
  if (changed || previous?.node.text !== node.text) onChange(mounted);
  return mounted;
}

function patchAttributes(
  element: SVGElement,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): boolean {
  let changed = false;
  for (const name of Object.keys(before)) {
    if (name in after) continue;
    element.removeAttribute(name);
    changed = true;
  }
  for (const [name, value] of Object.entries(after)) {
    // The parser's namespace belongs to files only.
    if (before[name] === value || name === 'xmlns') continue;
    element.setAttribute(name, value);
    changed = true;
  }
  return changed;
}

function patchText(
  document: Document,
  element: SVGElement,
  content: string | undefined,
  previous: MountedNode | undefined,
): Text | undefined {
  const text = previous?.text;
  if (content === undefined) {
    text?.remove();
    return undefined;
  }
  if (text === undefined) {
    const added = document.createTextNode(content);
    element.prepend(added);
    return added;
  }
  if (text.data !== content) text.data = content;
  return text;
}

/** A mark keeps its element as long as its id and its kind stay; marks without id go by place. */
function keysOf(nodes: readonly SvgNode[]): readonly string[] {
  let unnamed = 0;
  return nodes.map(({ tag, mark }) => `${tag} ${mark?.id ?? `#${unnamed++}`}`);
}

function patchChildren(
  document: Document,
  parent: SVGElement,
  node: SvgNode,
  before: readonly MountedNode[],
  onChange: (mounted: MountedNode) => void,
): readonly MountedNode[] {
  const beforeKeys = keysOf(before.map((mounted) => mounted.node));
  const known = new Map(before.map((mounted, i) => [beforeKeys[i]!, mounted]));
  const keys = keysOf(node.children);
  const children = node.children.map((child, i) => {
    const previous = known.get(keys[i]!);
    known.delete(keys[i]!);
    return patch(document, child, previous, onChange);
  });
  for (const { element } of known.values()) element.remove();
  let place: ChildNode | null = parent.lastChild;
  // From the back, so that each element goes before one that is in place already.
  for (const { element } of [...children].reverse()) {
    if (place === element) {
      place = element.previousSibling;
      continue;
    }
    parent.insertBefore(element, place === null ? parent.firstChild : place.nextSibling);
    place = element.previousSibling;
  }
  return children;
}
