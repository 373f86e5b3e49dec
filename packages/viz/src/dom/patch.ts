import type { SvgNode } from '../svg/svg-node.js';

/** A node of the picture with the element that shows it; changed as the picture is. */
export interface MountedNode {
  node: SvgNode;
  readonly element: SVGElement;
  text: Text | undefined;
  children: readonly MountedNode[];
}

/** Who hears of what is done to the picture. */
export interface Patching {
  readonly document: Document;
  readonly onCreate: (mounted: MountedNode) => void;
  /** Attributes or text changed, also at the first time. */
  readonly onChange: (mounted: MountedNode) => void;
}

const namespace = 'http://www.w3.org/2000/svg';

/** Creates the elements of a node, or changes those of `previous` where they differ from it. */
export function patch(
  node: SvgNode,
  previous: MountedNode | undefined,
  patching: Patching,
): MountedNode {
  const before = previous?.node;
  if (previous !== undefined && before === node) return previous;
  const mounted = previous ?? create(node, patching);
  const { element } = mounted;
  const changed = patchAttributes(element, before?.attributes ?? {}, node.attributes);
  patchText(mounted, node.text, patching.document);
  mounted.children = patchChildren(mounted, node.children, patching);
  mounted.node = node;
  if (changed || before?.text !== node.text) patching.onChange(mounted);
  return mounted;
}

function create(node: SvgNode, { document, onCreate }: Patching): MountedNode {
  const element = document.createElementNS(namespace, node.tag);
  const mounted = { node, element, text: undefined, children: [] };
  onCreate(mounted);
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

function patchText(mounted: MountedNode, content: string | undefined, document: Document): void {
  const { text, element } = mounted;
  if (content === undefined) {
    text?.remove();
    mounted.text = undefined;
  } else if (text === undefined) {
    mounted.text = document.createTextNode(content);
    element.prepend(mounted.text);
  } else if (text.data !== content) text.data = content;
}

/** A mark keeps its element as long as its id and its kind stay; marks without id go by place. */
function keysOf(nodes: readonly SvgNode[]): readonly string[] {
  let unnamed = 0;
  return nodes.map(({ tag, mark }) => `${tag} ${mark?.id ?? `#${unnamed++}`}`);
}

function patchChildren(
  { element: parent, children: before }: MountedNode,
  nodes: readonly SvgNode[],
  patching: Patching,
): readonly MountedNode[] {
  const inPlace =
    nodes.length === before.length &&
    nodes.every(({ tag, mark }, i) => {
      const { node } = before[i]!;
      return node.tag === tag && node.mark?.id === mark?.id;
    });
  if (inPlace) return nodes.map((child, i) => patch(child, before[i], patching));
  const beforeKeys = keysOf(before.map(({ node }) => node));
  const known = new Map(before.map((mounted, i) => [beforeKeys[i]!, mounted]));
  const keys = keysOf(nodes);
  const children = nodes.map((child, i) => {
    const previous = known.get(keys[i]!);
    known.delete(keys[i]!);
    return patch(child, previous, patching);
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
