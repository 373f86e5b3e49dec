/** How a convolution's filter or a pooling window slides over an image. Sizes in pixels. */
export interface WindowGeometry {
  readonly inHeight: number;
  readonly inWidth: number;
  /** Channels of the image that the window slides over. */
  readonly channels: number;
  readonly windowHeight: number;
  readonly windowWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  /** Rows and columns of padding before the image; what is missing after it follows. */
  readonly padTop: number;
  readonly padLeft: number;
  readonly outHeight: number;
  readonly outWidth: number;
}

/** The part of one window that lies inside the image: rows and columns of the image, end excluded. */
export interface WindowSpan {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The image's pixels under the window that gives output pixel (`row`, `column`). */
export function windowSpan(geometry: WindowGeometry, row: number, column: number): WindowSpan {
  const top = row * geometry.strideHeight - geometry.padTop;
  const left = column * geometry.strideWidth - geometry.padLeft;
  return {
    top: Math.max(0, top),
    bottom: Math.min(geometry.inHeight, top + geometry.windowHeight),
    left: Math.max(0, left),
    right: Math.min(geometry.inWidth, left + geometry.windowWidth),
  };
}
