/** @file What can be wrong with a reader's own data, as plain data that the page words. */

/** Files or classes that are left out; the rest can still be learned from. */
export type DataNotice =
  /** Neither PNG nor JPEG. */
  | { readonly kind: 'not-an-image'; readonly file: string }
  /** A PNG or JPEG that is cut short or broken. */
  | { readonly kind: 'damaged-image'; readonly file: string }
  | { readonly kind: 'huge-image'; readonly file: string; readonly maxPixels: number }
  /** Not in a folder of a class. */
  | { readonly kind: 'no-class'; readonly file: string }
  /** A folder under `test` that is not under `train`. */
  | { readonly kind: 'unknown-class'; readonly className: string }
  | { readonly kind: 'empty-class'; readonly className: string }
  /** One image cannot be both learned from and tested on. */
  | { readonly kind: 'single-image'; readonly className: string };

/** Why there is no data set. */
export type DataProblem =
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'too-few-classes'; readonly classNames: readonly string[] }
  | { readonly kind: 'too-many-classes'; readonly count: number; readonly most: number }
  | {
      readonly kind: 'mixed-sizes';
      readonly file: string;
      readonly size: string;
      readonly otherFile: string;
      readonly otherSize: string;
    }
  | { readonly kind: 'too-much'; readonly megabytes: number; readonly most: number }
  | { readonly kind: 'no-test-images' }
  /** Of the four IDX files. */
  | { readonly kind: 'missing-files'; readonly files: readonly string[] }
  | { readonly kind: 'damaged-file'; readonly file: string; readonly message: string }
  /** Files of different sets; the message of the package says where. */
  | { readonly kind: 'mismatched-files'; readonly file: string; readonly message: string }
  | { readonly kind: 'unexpected'; readonly message: string };
