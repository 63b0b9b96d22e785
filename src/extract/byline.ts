/** Who wrote, as a line says it. */
export interface Byline {
  readonly authors: string[];
  readonly organisation: string | null;
}

const organisationStart =
  /^(?:ban|sở|phòng|đảng bộ|ubnd|ủy ban|uỷ ban|báo|tạp chí|đài|trung tâm|hội|tỉnh ủy|huyện ủy|thành ủy|thị ủy|đảng ủy|chi bộ|công an|quân sự|bộ|trường|học viện|viện|khoa|đoàn|liên đoàn|cục|chi cục|tổng cục|văn phòng|hạt|trạm|hđnd|hội đồng|mttq|ủy viên|tổng công ty|công ty|nhà xuất bản|bệnh viện|thông tấn xã|cổng|trang thông tin|tổ|câu lạc bộ|clb|ttxvn|vov|vtv)(?=$|[\s\d,.:/-])/iu;

/** Newspapers and agencies that other papers take news from, where the name could be a person's. */
const agency =
  /^(?:ttxvn|tttxvn|vov|vtv\d*|vtc(?: news)?|vnexpress|vietnamnet|vnn|dân trí|tuổi trẻ(?: online)?|thanh niên(?: online)?|lao động|tiền phong|nhân dân|quân đội nhân dân|qđnd|người lao động|nlđ|nlđo|zing(?:\.vn| news)?|znews|pháp luật.*|đại đoàn kết|đời sống.*|cand|công an nhân dân|công lý|giao thông|kiến thức|infonet|sài gòn giải phóng|sggp|hà nội ?mới|người đưa tin|tr[ií] thức (?:trẻ|trực tuyến)|khám phá|gia đình.*|vietnam ?(?:\+|plus)|afp|reuters|ap|bbc|cnn|xinhua|tân hoa xã|bloomberg|soha|cafef|một thế giới|doanh nghiệp.*|thời báo.*|đầu tư.*|nông nghiệp.*|\S+\.(?:vn|com|net|org)(?:\.vn)?|(?:báo|tạp chí)\s.*|.*\b(?:news|online|times|post|mail))$/iu;

const label =
  /^(?:tác giả(?:\s+bài viết)?|bài viết|bài(?:\s*(?:và|,|-|&)\s*ảnh)?|tin(?:\s*(?:và|,|-|&)\s*ảnh)?|tin\s*,?\s*bài|ảnh(?:\s*(?:và|,|-|&)\s*bài)?|thực hiện|người viết|người đăng(?:\s+bài viết)?|đăng bởi|by|phóng viên|theo)\s*[:：-]\s*|^(?:(?:được )?viết bởi|tác giả|by|đăng bởi)\s*:?\s+/iu;

/** Whether a line says by a label that it is a byline: `Tác giả: …`, `Viết bởi …` */
export const isLabelledByline = (line: string): boolean => label.test(line.trim());

/** What a place's name begins with. */
const placeStart = /^(?:huyện|quận|tỉnh|xã|phường|thị xã|thị trấn|thành phố|tp\.?)\s/iu;

/** `TP.HCM`, `Q.3`, `P. Mẫu` */
const placeShort = /^(?:TP|TX|TT|Q|P|H|X)\.\s?[\p{Lu}\d][\p{L}\d. ]{0,30}$/u;

export const isPlaceName = (text: string): boolean => placeStart.test(text);

/** `quận Mẫu, TP.HCM`, `Q.3`: where a reader who wrote lives. */
const isPlace = (text: string): boolean =>
  text
    .split(/\s*,\s*/u)
    .every((part) => placeStart.test(part) || placeShort.test(part) || isNameLike(part)) &&
  /\p{L}/u.test(text);

const nameWord = /^(?:\p{Lu}[\p{L}.'’]*|[\p{Lu}]\.?|\p{Lu}\p{Ll}?\.\p{Lu}[\p{L}.]*)$/u;

/** Whether words could be a person's name or pen name: one to five words, each with a capital. */
export const isNameLike = (text: string): boolean => {
  const words = text.split(' ');
  return (
    text.length <= 40 &&
    words.length <= 5 &&
    words.every((word) => nameWord.test(word)) &&
    !organisationStart.test(text) &&
    !placeStart.test(text) &&
    !/^(?:admin|administrator|editor|webmaster|quản trị.*)$/iu.test(text) &&
    !agency.test(text)
  );
};

const isStaff = (text: string): boolean =>
  /^(?:(?:nhóm\s+)?(?:pv|p\.v|phóng viên|ctv|cộng tác viên|btv|biên tập viên)(?:\s*[-,/]\s*(?:ctv|pv|btv))*|bbt|nhóm tác giả|ban biên tập)(?:\s+\p{Lu}[\p{L}. ]{0,30})?$/iu.test(
    text,
  );

export const isOrganisation = (text: string): boolean =>
  text.length <= 90 &&
  !/[.!?…;]$/u.test(text.replace(/\.vn$/, '')) &&
  !/[.!?]\s/u.test(text.replace(/\b(?:TP|TX|TT|Tp)\./g, '')) &&
  !/:\s|\s(?:gồm|là|có|đã|sẽ|được|với|cho biết)(?:\s|$)/iu.test(text) &&
  (organisationStart.test(text) || agency.test(text));

const splitNames = (text: string): string[] =>
  text
    .split(/\s*(?:[,;/&]|\s[-–—]\s|\svà\s)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** One agency or newspaper, or several joined by slashes. */
export const isAgency = (text: string): boolean =>
  text.split(/\s*\/\s*/).every((name) => agency.test(name.replace(/\s?-\s?\p{Lu}[\p{L} ]+$/u, '')));

/** An agency's or a newspaper's short name, known or not: `TTXVN`, `VOV-Miền Trung`, `BNEWS.VN`. */
const isShortName = (text: string): boolean =>
  isAgency(text) ||
  text.split('/').every((name) => /^\p{Lu}{2,}[\p{L}\d.+]*(?:\s?-\s?\p{Lu}[\p{L} ]+)?$/u.test(name));

/** What stands in brackets behind a name: `(tổng hợp)`, `(Theo TTXVN)`. */
const bracketed = /^(?<names>.*?)\s*[([](?<aside>[^()[\]]{1,60})[)\]]\s*\.?$/u;

const worker =
  /^(?:tổng hợp|t\/h|th|thực hiện|ghi|lược ghi|dịch|lược dịch|biên dịch|sưu tầm|st|gt|giới thiệu|ctv|tổng hợp và biên tập)$/iu;

const sourceOf = (text: string): string | null => {
  const name = text.replace(/^(?:theo|nguồn)\s*[:：]?\s*/iu, '').trim();
  return name !== '' && name.length <= 60 ? name : null;
};

/** Degrees before a name; commas between them part no names. */
const degrees =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|Th\.S|BS|KS|CN|LS|NCS|Nhà báo|Nhà văn|Nhà thơ|Luật sư|Thạc sĩ|Tiến sĩ|Bác sĩ)(?=[.,\s])[.,]*\s*)+/u;

/** What two bylines of one article say together; the first has the say. */
export const mergeBylines = (...bylines: readonly (Byline | null)[]): Byline => ({
  authors: bylines.find((byline) => byline !== null && byline.authors.length > 0)?.authors ?? [],
  organisation: bylines.find((byline) => (byline?.organisation ?? null) !== null)?.organisation ?? null,
});

/**
 * The byline that a line is; null where the line is text. A line in brackets, `Theo …`, names joined by dashes or
 * commas, staff (`PV`, `CTV`), with or without a label before them (`Bài và ảnh: …`). Names stay as printed.
 */
export const parseByline = (line: string): Byline | null => {
  const text = line
    .replace(/\S+@\S+\.\S+/gu, '')
    .replace(/^[\s–—-]+|[\s–—-]+$/gu, '')
    .replace(/^\((.*)\)\.?$/u, '$1')
    .trim();
  if (text === '' || text.length > 90 || /\d{3}/.test(text)) return null;
  if (/^(?:\d{1,2}|[IVX]{2,5})[.)]\s|^[IVX][.)]\s\S+\s/u.test(text)) return null;
  const learned = text.replace(degrees, '');
  if (learned !== text && isNameLike(learned)) return { authors: [text], organisation: null };
  const source = /^(?:theo|nguồn(?:\s+tin)?)\s*[:：]?\s+(.+?)\.?$/iu.exec(text)?.[1];
  if (source !== undefined) {
    if (/[.!?,;:]\s/u.test(source)) return null;
    if (isNameLike(source)) return { authors: [source], organisation: null };
    const [, name, paper] = /^([^()]+?)\s*[(/]\s*([^()]+?)\)?$/u.exec(source) ?? [];
    if (name !== undefined && paper !== undefined && isNameLike(name) && isAgency(paper))
      return { authors: [name], organisation: paper };
    return agency.test(source) || isOrganisation(source) || /^\p{Lu}[^.]{0,40}$/u.test(source)
      ? { authors: [], organisation: source }
      : null;
  }
  const done =
    /^(?<names>.+?)\s+(?:thực hiện|tổng hợp|lược dịch|biên dịch|dịch|lược ghi|ghi|sưu tầm|st)\.?$/u.exec(text)
      ?.groups?.names;
  if (done?.includes(' ') === true && isNameLike(done)) return { authors: [done], organisation: null };
  const reporter =
    /^(?<name>[^,]+),\s*(?:thông tín viên|phóng viên|biên tập viên|cộng tác viên)\s+\S.{0,30}$/iu.exec(text)
      ?.groups?.name;
  if (reporter !== undefined && isNameLike(reporter)) return { authors: [reporter], organisation: null };
  const pictured =
    /^(?<names>.+?)(?:\s*[-–;,|]\s*|\s*\n\s*)(?:ảnh|hình(?: ảnh)?|quay phim|video|clip|dựng(?: phim)?|kỹ thuật|đồ h[oọ][aạ]|thiết kế|trình bày|minh h[oọ][aạ])\s*:\s*\S.*$/iu.exec(
      text,
    )?.groups?.names;
  if (pictured !== undefined && !/^(?:tin|bài|bài viết|nội dung)$/iu.test(pictured))
    return parseByline(pictured);
  const [, person, paper] = /^(.+?)\s+[-–]\s+theo\s+(.+)$/iu.exec(text) ?? [];
  if (
    person !== undefined &&
    paper !== undefined &&
    isNameLike(person) &&
    parseByline(`Theo ${paper}`) !== null
  )
    return { authors: [person], organisation: paper };
  const aside = bracketed.exec(text)?.groups;
  if (aside?.names !== undefined && aside.names !== '' && aside.aside !== undefined) {
    const inside = parseByline(aside.names);
    if (inside === null) return null;
    if (worker.test(aside.aside)) return inside;
    if (/^(?:theo|nguồn)\s/iu.test(aside.aside) || isShortName(aside.aside)) {
      return { ...inside, organisation: inside.organisation ?? sourceOf(aside.aside) };
    }
    return isNameLike(aside.aside) || isOrganisation(aside.aside) || isPlace(aside.aside) ? inside : null;
  }
  const unlabelled = text.replace(label, '');
  const isLabelled = unlabelled !== text;
  if (text.includes('/') && isShortName(text)) return { authors: [], organisation: text };
  // `Văn Giáp/Bnews/vnanet.vn`: the names, then where they work.
  const slashed = unlabelled.split(/\s*\/\s*/);
  const people = splitNames(slashed[0] ?? '');
  if (
    slashed.length > 1 &&
    isShortName(slashed.at(-1) ?? '') &&
    people.every(isNameLike) &&
    people.every((name) => name.includes(' ') || agency.test(slashed.at(-1) ?? '')) &&
    people.length <= 3
  )
    return { authors: people, organisation: slashed.slice(1).join('/') };
  // The last dot of initials (N.H.) is theirs, any other ends the line.
  const names = splitNames(unlabelled.replace(/(?<!\.\p{Lu})\.$/u, ''));
  if (names.length > 0 && names.length <= 5 && names.every((name) => isNameLike(name) || isStaff(name))) {
    return { authors: names, organisation: null };
  }
  if (names.length === 2 && names[0] !== undefined && names[1] !== undefined) {
    const [person, body] = names;
    if (isNameLike(person) && isOrganisation(body)) return { authors: [person], organisation: body };
  }
  if (isOrganisation(unlabelled) && (isLabelled || agency.test(unlabelled)) && unlabelled.length <= 60) {
    return { authors: [], organisation: unlabelled };
  }
  return null;
};
