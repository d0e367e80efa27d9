# Shopper Report in a container: `docker build -t shopper-report .`, then see docs/containers.md.
# The release workflow passes the base with its digest.
ARG NODE_IMAGE=docker.io/library/node:22-bookworm-slim

FROM ${NODE_IMAGE} AS install
WORKDIR /app
COPY package.json package-lock.json ./
# The Node of the base runs it: those that come as packages stay out.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --cache /tmp/npm \
  && rm -rf /tmp/npm node_modules/.bin/node node_modules/node-linux-* node_modules/node-bin-* node_modules/node-darwin-* node_modules/node-win-* node_modules/.package-lock.json \
  && find node_modules -name "*.map" -delete

FROM ${NODE_IMAGE}
ENV ASTRO_TELEMETRY_DISABLED=1 NODE_ENV=production HOME=/tmp
WORKDIR /app
COPY --from=install /app/node_modules ./node_modules
COPY package.json astro.config.mjs tsconfig.json LICENSE ./
COPY public ./public
COPY src ./src
COPY docker/healthcheck.mjs ./docker/healthcheck.mjs
# A new volume takes over who may write there: whoever the container runs as.
RUN mkdir -p /shop/site && chmod 1777 /shop /shop/site
USER 1000:1000
WORKDIR /shop
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["node", "/app/docker/healthcheck.mjs"]
ENTRYPOINT ["node", "/app/src/cli/cli.ts"]
CMD ["--help"]
