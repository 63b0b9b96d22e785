import fc from 'fast-check';

/** An article that a layout prints, and that the importer should give back. */
export interface SampleArticle {
  readonly title: string;
  readonly kicker: string;
  readonly lead: string;
  /** Year, month, day, hour, minute, at Vietnam's offset. */
  readonly at: readonly [number, number, number, number, number];
  readonly authors: readonly string[];
  readonly section: string;
  readonly parts: readonly SamplePart[];
}

export type SamplePart =
  | { readonly kind: 'paragraph' | 'head'; readonly text: string }
  | { readonly kind: 'figure'; readonly alt: string; readonly text: string; readonly credit: string };

const words =
  'sông nước mùa gặt chuyến đò bến chợ phiên làng nghề gốm đất thuyền lưới cá ruộng bậc thang đường quê học trò mái trường sân đình hội vật tiếng trống nhà rông cây đa giếng làng cầu gỗ vườn chè đồi thông ngọn gió triền núi mưa nắng bãi bồi con suối cánh đồng hạt lúa gánh hàng phiên chợ sớm chiều người dân bà con thợ rèn thợ mộc nghệ nhân cô giáo kỹ sư bác sĩ cán bộ xã viên hợp tác kế hoạch dự án vốn vay giá thành thị trường mở rộng xây dựng sửa chữa trồng mới thu hoạch bảo quản vận chuyển chế biến tập huấn hướng dẫn khảo sát kiểm tra'.split(
    ' ',
  );

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const phrase = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...words), { minLength: least, maxLength: most })
    .map((list) => capitalised(list.join(' ')));

/** Ends of sentences as texts have them: figures, a quotation, a place. */
const tail = fc.constantFrom('', ' năm 2019', ' ở TP.HCM', ', tăng 3,5% so với năm trước', ' (Lạc Giang)');

const sentence = fc.tuple(phrase(9, 22), tail).map(([text, end]) => `${text}${end}.`);

const paragraph = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((list) => list.join(' '));

const name = fc.constantFrom(
  'Nguyễn Văn Bình',
  'Trần Thị Mai',
  'Lê Hoàng',
  'Phạm Minh Châu',
  'Thu Hà',
  'Quang Dũng',
  'Vũ Đức Anh',
  'Hồng Nhung',
);

const figure: fc.Arbitrary<SamplePart> = fc
  .tuple(phrase(6, 14), phrase(5, 9), name)
  .map(([text, alt, credit]) => ({ kind: 'figure', alt, text: `${text}. Ảnh: ${credit}`, credit }));

const pair: fc.Arbitrary<SamplePart[]> = fc
  .tuple(
    paragraph,
    fc.option(figure),
    paragraph,
    fc.option(
      fc.tuple(phrase(4, 9), fc.boolean()).map(([text, isLoud]) => (isLoud ? text.toUpperCase() : text)),
    ),
    paragraph,
  )
  .map(([first, shown, second, head, third]) => [
    { kind: 'paragraph', text: first },
    ...(shown === null ? [] : [shown]),
    { kind: 'paragraph', text: second },
    ...(head === null ? [] : [{ kind: 'head' as const, text: head }]),
    { kind: 'paragraph', text: third },
  ]);

/** Random articles of one to three names and four or more paragraphs. */
export const anyArticle: fc.Arbitrary<SampleArticle> = fc.record({
  title: phrase(7, 13),
  kicker: phrase(3, 5),
  lead: fc.array(sentence, { minLength: 2, maxLength: 3 }).map((list) => list.join(' ')),
  at: fc.tuple(
    fc.integer({ min: 2003, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 11 }),
    fc.integer({ min: 0, max: 59 }),
  ),
  authors: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
  section: fc.constantFrom('Thời sự', 'Kinh tế', 'Văn hóa', 'Giáo dục', 'Đời sống'),
  parts: fc.tuple(pair, pair).map((pairs) => pairs.flat()),
});
