import { describe, expect, test } from 'vitest';
import { extractPage } from '../../../src/extract/extract-page.ts';
import { imprint, menu, otherLinks, teasers } from './layouts/page-parts.ts';

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><div>${menu}</div>${body}<footer>${imprint}</footer></body></html>`;

const calledArticle = '<meta property="og:type" content="article">';

const topStory =
  '<div class="top"><h2><a href="/1.html">Bến phà cũ thành chợ nổi cuối tuần</a></h2><p class="sapo">Sau nhiều năm bỏ không, bến phà cũ bên sông Lạc Giang nay thành chợ nổi, mỗi cuối tuần đón vài trăm lượt khách, bà con hai bờ có thêm thu nhập.</p></div>';

const many = `${otherLinks()}${Array.from({ length: 12 }, (_, i) => `<h3><a href="/m${String(i)}.html">Tin trong ngày số ${String(i)} của vùng hạ lưu sông</a></h3>`).join('')}`;

describe('a page that is no article is refused', () => {
  test.each([
    ['a home page', page('Báo Lạc Giang', `${topStory}${teasers()}${many}`)],
    [
      'a home page that calls itself an article',
      page('Báo Lạc Giang', `${topStory}${teasers()}${many}`, calledArticle),
    ],
    ['a section', page('Kinh tế - Báo Lạc Giang', `<h1>Kinh tế</h1>${teasers('h2')}${teasers('h2')}`)],
    [
      'a section that calls itself an article, with one top story',
      page('Kinh tế - Báo Lạc Giang', `<h1 class="zone-title">Kinh tế</h1>${topStory}${many}`, calledArticle),
    ],
    [
      'a search',
      page('Tìm kiếm', `<h1>Kết quả tìm kiếm: chợ nổi</h1><p>Tìm thấy 25 kết quả.</p>${teasers()}${many}`),
    ],
    ['a tag', page('Tag: chợ nổi', `<h1>Tag: chợ nổi</h1>${teasers()}`)],
    [
      'a page with the address of a home page',
      page(
        'Báo Lạc Giang',
        `${topStory}${topStory}<p>Thời tiết hôm nay có mưa rào và dông vài nơi, gió nhẹ. Nhiệt độ từ 24 đến 31 độ, độ ẩm cao.</p>`,
        '<link rel="canonical" href="https://baolacgiang.example.vn/">',
      ),
    ],
    [
      'a login',
      page(
        'Đăng nhập',
        '<form action="/login"><h1>Đăng nhập</h1><p>Vui lòng nhập tên và mật khẩu để vào hệ thống quản trị nội dung của tòa soạn. Nếu quên mật khẩu, xin liên hệ bộ phận kỹ thuật.</p><input name="u"><input type="password"></form>',
      ),
    ],
    [
      'an error with the status of a page',
      page(
        'Báo Lạc Giang',
        '<h1>Không tìm thấy trang</h1><p>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa khỏi hệ thống. Mời bạn quay lại trang chủ, hoặc dùng ô tìm kiếm để tìm bài viết cần đọc. Nếu bạn cho rằng đây là lỗi của chúng tôi, xin báo cho tòa soạn theo địa chỉ ở cuối trang này, kèm đường dẫn mà bạn đã bấm vào.</p>',
      ),
    ],
    [
      'an error 404 with lists of news below',
      page('404 - Báo Lạc Giang', `<h1>404</h1><p>Liên kết này không còn tồn tại.</p>${teasers()}${many}`),
    ],
    [
      'an error of the server',
      page(
        'Runtime Error',
        "<h1>Server Error in '/' Application.</h1><h2>Runtime Error</h2><p>An application error occurred on the server. The current custom error settings for this application prevent the details of the application error from being viewed remotely. It could, however, be viewed by browsers running on the local server machine.</p>",
      ),
    ],
    [
      'a question whether one is human',
      page(
        'Just a moment...',
        '<h1>Just a moment...</h1><p>Checking your browser before accessing the site.</p>',
      ),
    ],
    ['nothing but a menu', page('Báo Lạc Giang', '')],
  ])('%s', (_name, html) => {
    const { draft, problems } = extractPage(html);
    expect(draft?.title ?? null).toBeNull();
    expect(problems).toMatchObject([{ code: 'not-an-article', values: { reason: 'this-file' } }]);
  });
});

const paragraphs =
  '<p>Sáng sớm, bến đò Vạn Phúc đã tấp nập người qua lại, ghe chở trái cây từ các cồn nối nhau cập bến.</p><p>Bà con cho biết năm nay nước về muộn, nhưng giá trái cây giữ được mức cao nên ai cũng phấn khởi.</p>';

describe('a short or an odd article is not refused', () => {
  test.each([
    [
      'of two short paragraphs, among many links',
      page(
        'Bến đò Vạn Phúc vào mùa',
        `<h1>Bến đò Vạn Phúc vào mùa</h1><div class="date">12/09/2017 08:30</div><div>${paragraphs}</div><div>${many}</div><div>${teasers()}</div>`,
      ),
    ],
    [
      'about what was not found',
      page(
        'Không tìm thấy dấu vết con tàu mất tích',
        `<h1>Không tìm thấy dấu vết con tàu mất tích</h1><div>${paragraphs}</div>`,
      ),
    ],
    [
      'about an address that is gone',
      page('Căn nhà số 404 bên bờ sông', `<h1>Căn nhà số 404 bên bờ sông</h1><div>${paragraphs}</div>`),
    ],
    [
      'about registering',
      page(
        'Đăng nhập cổng dịch vụ công tăng gấp đôi',
        `<h1>Đăng nhập cổng dịch vụ công tăng gấp đôi</h1><div>${paragraphs}</div>`,
      ),
    ],
  ])('%s', (_name, html) => {
    expect(extractPage(html).problems).toEqual([]);
  });
});
