/** "Grace at Northwind from now on" as the other commands have it: "Northwind: Grace". */
export function readAskedOrder(said: string): string {
  const text = said
    .replace(/[\s,]*\b(?:from now on|instead)\b/gi, '')
    .replace(/[.!]+$/, '')
    .trim();
  const [, name, customer] = /^([^:]+?)\s+(?:at|for|of)\s+([^:]+)$/i.exec(text) ?? [];
  return name && customer ? `${customer}: ${name}` : text;
}
