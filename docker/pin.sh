#!/bin/sh
# Adds to each image of Dockerfile and compose.yaml the digest that its registry names for its tag now. An image whose registry does not
# answer stays as it is. Needs docker with buildx, and downloads no image.
set -eu
cd "$(dirname "$0")"

images() {
  sed -nE -e 's/^ARG [A-Z]+_IMAGE=([^@[:space:]]+).*/\1/p' Dockerfile
  sed -nE -e 's/^ +image: (\$\{[A-Z_]+:-)?([a-z][^@}[:space:]]*:[^@}[:space:]]+).*/\2/p' compose.yaml
}

left=0
for image in $(images | sort -u); do
  digest=$(docker buildx imagetools inspect "$image" --format '{{.Manifest.Digest}}' 2>/dev/null || true)
  if ! printf '%s' "$digest" | grep -qxE 'sha256:[0-9a-f]{64}'; then
    echo "$image: its registry does not answer, left as it is"
    left=1
    continue
  fi
  for file in Dockerfile compose.yaml; do
    sed -E "s#(=|-| )$(printf '%s' "$image" | sed 's/[.]/\\./g')(@sha256:[0-9a-f]{64})?(\}|\$)#\1$image@$digest\3#" "$file" >"$file.pinned"
    cat "$file.pinned" >"$file"
    rm "$file.pinned"
  done
  echo "$image: $digest"
done
exit $left
