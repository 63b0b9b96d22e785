const section =
  /^(?:thời sự|chính trị|kinh tế|xã hội|văn h[oó][aá]|giáo dục|y tế|sức khỏe|sức khoẻ|thể thao|pháp luật|quốc tế|thế giới|đời sống|du lịch|khoa học|công nghệ|bạn đọc|an ninh|quốc phòng|môi trường|nông nghiệp|nông thôn mới|kinh doanh|bất động sản|giải trí|giao thông|trong nước|trong tỉnh|phóng sự|phỏng vấn|đối thoại|ký sự|văn nghệ|đô thị|xây dựng đảng|tin tức|tin (?:trong )?(?:tỉnh|huyện|xã|thành phố|thị xã|ngành|cơ sở)|nghiên cứu|lý luận|thực tiễn|diễn đàn|tin trong nước|tin thế giới|tin địa phương|tin hoạt động|tin tức\s*[-–]\s*sự kiện)(?:\s*[-–&/,]\s*[\p{L} ]{2,25})?$/iu;

/** Whether a line is the name of a section, as newspapers and portals commonly call theirs. */
export const isSectionName = (line: string): boolean => section.test(line);

/** What a template writes as the section on every page, or in English for search engines. */
const templateName =
  /^(?:news|articles?|posts?|blog|general|home|index|default|others?|uncategori[sz]ed|chưa phân loại|education|business|economy|finance|sports?|world|politics|society|entertainment|health|technology|science|travel|culture|law|lifestyle)$/iu;

/** Whether a page in Vietnamese names its section by a word of its template's. */
export const isTemplateSection = (name: string): boolean => templateName.test(name);
