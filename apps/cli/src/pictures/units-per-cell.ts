/** Units of a scene that one cell of a terminal shows across; see `renderAnsi`. */
export const unitsPerCell = 8;
