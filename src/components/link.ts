/** A path within the site as a link that works under the base path: `customers/` becomes `/shop/customers/`. */
export function link(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}`;
}
