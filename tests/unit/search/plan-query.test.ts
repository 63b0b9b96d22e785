import { describe, expect, test } from 'vitest';
import { maxQueryTokens, planQuery, type Operand, type QueryRun } from '../../../src/search/plan-query.ts';

const ofRun = ({ tokens, quoted }: QueryRun): string => {
  const words = tokens.map(({ folded }) => folded).join(' ');
  return quoted ? `"${words}"` : words;
};
const ofOperand = (operand: Operand): string => {
  if (operand.kind === 'record') return JSON.stringify(Object.values(operand.test));
  return operand.kind === 'title' ? `title ${ofRun(operand.run)}` : ofRun(operand.run);
};
const shape = (query: string) => {
  const { clauses, filters, excluded } = planQuery(query);
  return [
    ...clauses.map((clause) =>
      clause.kind === 'run' ? ofRun(clause.run) : clause.operands.map(ofOperand).join(' | '),
    ),
    ...filters.map((operands) => `only ${operands.map(ofOperand).join(' | ')}`),
    ...excluded.map((operand) => `not ${ofOperand(operand)}`),
  ];
};

describe('planQuery', () => {
  test.each([
    ['Đảng ủy', ['dang uy']],
    ['"lấy cái đẹp"', ['"lay cai dep"']],
    ['hội nghị “lấy cái đẹp” xã', ['hoi nghi', '"lay cai dep"', 'xa']],
    ['"một" "hai"', ['"mot"', '"hai"']],
    ['một "hai', ['mot hai']],
    ['"một" hai "ba', ['"mot"', 'hai ba']],
    ['một "" hai', ['mot hai']],
    ['"', []],
    ['…', []],
    ['', []],
    ['\ud800', []],
    ['\u202eđảng\u202c viên', ['dang vien']],
    ['<script>', ['script']],
    ['(a+)+$', ['a']],
  ])('%j asks for %j', (query, runs) => {
    expect(shape(query)).toEqual(runs);
  });

  test.each([
    ['một -hai', ['mot', 'not "hai"'], []],
    ['một -"hai ba"', ['mot', 'not "hai ba"'], []],
    ['35-NQ/TW', ['35 nq tw'], []],
    ['Hà Nội - Hải Phòng', ['ha noi hai phong'], []],
    ['một hai OR ba bốn', ['mot', 'hai | ba', 'bon'], []],
    ['một OR "hai ba" OR TP.HCM', ['mot | "hai ba" | tp hcm'], []],
    ['một or hai', ['mot or hai'], []],
    ['một OR', ['mot or'], ['OR']],
    ['OR một', ['or mot'], ['OR']],
    ['một OR OR hai', ['mot', 'or | hai'], ['OR']],
    ['một OR -hai', ['mot or', 'not "hai"'], ['OR']],
    ['một -', ['mot'], ['-']],
    ['một --hai', ['mot hai'], ['--hai']],
    ['nguồn:bao-a lũ', ['lu', 'only ["source","bao-a"]'], []],
    ['NGUON:"Báo A" source:x', ['only ["source","Báo A"]', 'only ["source","x"]'], []],
    ['nguồn:a OR nguồn:b', ['only ["source","a"] | ["source","b"]'], []],
    ['lũ OR nơi:"Hoà Bình"', ['lu | ["place","Hoà Bình"]'], []],
    ['-nơi:x tác-giả:y', ['only ["author","y"]', 'not ["place","x"]'], []],
    ['văn-bản:35-NQ/TW mục:"Kinh tế"', ['only ["document","35-NQ/TW"]', 'only ["section","Kinh tế"]'], []],
    ['chuyên-mục:x địa-danh:y', ['only ["section","x"]', 'only ["place","y"]'], []],
    ['tiêu-đề:"giá gạo" title:lũ', ['only title "gia gao"', 'only title "lu"'], []],
    ['từ:22/10/2018 to:2019-05', ['only ["dates","2018-10-22",null]', 'only ["dates",null,"2019-05"]'], []],
    ['năm:2018', ['only ["dates","2018","2018"]'], []],
    ['year:2018-2020', ['only ["dates","2018","2020"]'], []],
    ['từ:mai', ['tu mai'], ['từ:mai']],
    ['năm:"hai nghìn"', ['nam', '"hai nghin"'], ['năm:"hai nghìn"']],
    ['nguồn: x', ['nguon x'], ['nguồn:']],
    ['từ:2018-02-30', ['tu 2018 02 30'], ['từ:2018-02-30']],
    ['http://a.vn', ['http a vn'], []],
  ])('%j asks for %j and can not read %j', (query, asked, unread) => {
    expect(shape(query)).toEqual(asked);
    expect(planQuery(query.normalize('NFD')).unread).toEqual(unread);
  });

  test.each([
    ['đường sắt OR đường bộ', ['sắt OR đường']],
    ['lụt OR bão số', ['lụt OR bão']],
    ['"đường sắt" OR "đường bộ"', []],
    ['"đường sắt" OR đường bộ', ['đường sắt OR đường']],
    ['lụt OR bão', []],
    ['lụt OR bão OR hạn', []],
    ['chợ phiên -lụt OR', []],
    ['nguồn:a OR nguồn:b chợ phiên', []],
  ])('tells of %j that OR joins %j alone', (query, joined) => {
    expect(planQuery(query).narrow).toEqual(joined);
  });

  test.each([
    ['dang -đảng', false],
    ['dang tiêu-đề:đảng', false],
    ['dang OR đảng', true],
    ['dang uy', false],
    ['ky son', false],
    ['đang', true],
    ['dang ủy', true],
    ['Kỳ Sơn'.normalize('NFD'), true],
    ['35-NQ/TW', false],
    ['2018', false],
  ])('%s: marked is %s', (query, marked) => {
    expect(planQuery(query).marked).toBe(marked);
  });

  test('reads so many words of a query of 10,000 characters, and no more', () => {
    expect(planQuery('đảng '.repeat(2000)).runs[0]?.tokens).toHaveLength(maxQueryTokens);
  });
});
