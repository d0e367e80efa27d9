/// <reference types="astro/client" />

declare namespace Astro {
  interface ClientDirectives {
    /** Hydrates on pointerover, pointerdown or focusin. */
    "client:touch"?: boolean;
  }
}
