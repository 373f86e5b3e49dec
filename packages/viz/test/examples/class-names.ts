/** Names of the ten digits. */
export const digits = Array.from({ length: 10 }, (_, digit) => String(digit));

/** Names of Fashion-MNIST's classes. */
export const clothes = {
  en: [
    ...['T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat'],
    ...['Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot'],
  ],
  ja: [
    ...['Tシャツ', 'ズボン', 'プルオーバー', 'ドレス', 'コート'],
    ...['サンダル', 'シャツ', 'スニーカー', 'バッグ', 'アンクルブーツ'],
  ],
};
