/** @file A sliding window as the host writes it: 11 words (`encode-call.ts`). Sizes in pixels. */

export function inHeight(geometry: usize): i32 {
  return load<i32>(geometry);
}

export function inWidth(geometry: usize): i32 {
  return load<i32>(geometry, 4);
}

export function channels(geometry: usize): i32 {
  return load<i32>(geometry, 8);
}

export function windowHeight(geometry: usize): i32 {
  return load<i32>(geometry, 12);
}

export function windowWidth(geometry: usize): i32 {
  return load<i32>(geometry, 16);
}

export function strideHeight(geometry: usize): i32 {
  return load<i32>(geometry, 20);
}

export function strideWidth(geometry: usize): i32 {
  return load<i32>(geometry, 24);
}

export function padTop(geometry: usize): i32 {
  return load<i32>(geometry, 28);
}

export function padLeft(geometry: usize): i32 {
  return load<i32>(geometry, 32);
}

export function outHeight(geometry: usize): i32 {
  return load<i32>(geometry, 36);
}

export function outWidth(geometry: usize): i32 {
  return load<i32>(geometry, 40);
}

/** Numbers under one window. */
export function windowLength(geometry: usize): i32 {
  return windowHeight(geometry) * windowWidth(geometry) * channels(geometry);
}

/** Numbers in one image. */
export function imageLength(geometry: usize): i32 {
  return inHeight(geometry) * inWidth(geometry) * channels(geometry);
}
