package dev.linkspan.audit.report.html

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.report.HostileTextSpec
import dev.linkspan.audit.report.SampleReports
import dev.linkspan.text.Untrusted
import java.nio.file.Files
import java.nio.file.Path
import org.openqa.selenium.Keys
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/**
 * The page in a real browser. It leaves pictures in {@code target/screenshots}, for somebody to look at.
 *
 * <p>Without a browser these features are skipped, unless {@code BROWSER_SPECS=required} says that they must not be.
 */
@Requires(
    value = { Browser.lack().empty || System.getenv('BROWSER_SPECS') == 'required' },
    reason = 'Chromium and ChromeDriver are not on this machine; Debian has them as chromium and chromium-driver')
class HtmlPageSpec extends Specification {

    private static final PICTURES = Path.of('target/screenshots')

    @Shared
    @TempDir
    Path folder
    @Shared
    @AutoCleanup
    Browser browser

    def setupSpec() {
        assert Browser.lack() == ''
        browser = Browser.start(folder.resolve('profile'))
    }

    def "the page is quiet, fits its window and has no barriers: #name, #width wide, #scheme"() {
        given:
        def page = page(SampleReports."$name"())

        when:
        browser.open(page, width, scheme)
        browser.all('tr.finding details').take(2).each { browser.run('arguments[0].open = true', it) }
        browser.picture(PICTURES.resolve("$name-$width-${scheme}.png"))

        then:
        browser.messages() == []
        browser.requests() == [page.toUri().toString()]
        browser.run('return document.documentElement.scrollWidth') <= width
        browser.barriers() == []

        where:
        [name, width, scheme] << [['crowded', 'clean', 'health'], [1280, 390], ['light', 'dark']].combinations()
    }

    def "the rules about barriers would see one"() {
        given:
        browser.open(page(SampleReports.findings()))

        when:
        browser.run("document.querySelector('#filter-text').closest('label').replaceWith(document.querySelector('#filter-text'))")

        then:
        browser.barriers().any { it.startsWith('label:') }
    }

    def "findings are filtered by text, severity, kind and project, and it is said how many are shown"() {
        given:
        browser.open(page(SampleReports.findings()))

        expect:
        result() == 'Showing 10 of 10 findings.'

        when:
        browser.find('#filter-text').sendKeys('ANOTHER account')

        then:
        result() == 'Showing 1 of 10 findings.'
        shown()*.kind == ['unhealthy']

        when:
        browser.find('#filter-reset').click()
        choose('severity', 'error')

        then:
        shown()*.severity.unique() == ['error']
        result() == 'Showing 4 of 10 findings.'

        when:
        choose('kind', 'missing')
        choose('project', 'payments (5e2211c17a3e5a48f5497de3)')

        then:
        shown()*.address == ['5e2211c17a3e5a48f5497de3/aws/us-east-1/vpce-00000000000000001']

        when:
        browser.find('#filter-text').sendKeys('no such thing')

        then:
        shown() == []
        result() == 'Showing 0 of 10 findings.'

        when:
        browser.find('#filter-reset').click()

        then:
        shown().size() == 10
        browser.find('#filter-result').getAttribute('aria-live') == 'polite'
    }

    def "what is suppressed is there to be shown, and so is how findings stand"() {
        given:
        browser.open(page(SampleReports.remembered()))

        expect:
        result() == 'Showing 7 of 10 findings.'

        when:
        browser.find('#filter-suppressed').click()
        choose('standing', 'new')

        then:
        shown()*.standing.unique() == ['new']
        result() == 'Showing 4 of 10 findings.'
    }

    def "findings are sorted by each column, by mouse or keyboard, and the column says so"() {
        given:
        browser.open(page(SampleReports.remembered()))

        expect:
        shown()*.severity == ['error'] * 2 + ['warning'] * 4 + ['note']

        when:
        browser.find('th[data-sort=kind] button').click()

        then:
        shown()*.kind == shown()*.kind.toSorted()
        browser.find('th[data-sort=kind]').getAttribute('aria-sort') == 'ascending'

        when:
        browser.find('th[data-sort=kind] button').sendKeys(Keys.ENTER)

        then:
        shown()*.kind == shown()*.kind.toSorted().reverse()
        browser.find('th[data-sort=kind]').getAttribute('aria-sort') == 'descending'

        when:
        browser.find('th[data-sort=address] button').sendKeys(Keys.SPACE)

        then:
        shown()*.address == shown()*.address.toSorted()
        browser.all('th[aria-sort]').size() == 1
    }

    def "a finding opens by keyboard, and what opens has the remedy and the spec text"() {
        given:
        browser.open(page(SampleReports.findings()))
        def row = browser.find('tr.finding[data-kind=unmanaged]')

        when:
        browser.run('arguments[0].querySelector("summary").focus()', row)
        browser.press(Keys.ENTER)

        then:
        row.text.contains('Declare it as below.')
        row.text.contains("endpoint 'vpce-00000000000000009'")
    }

    def "a link of the picture leads to the finding, though it was filtered out"() {
        given:
        browser.open(page(SampleReports.findings()))
        choose('kind', 'changed')

        when:
        browser.follow(browser.find('.node.failed a'))

        then:
        shown().size() == 10
        browser.find('tr.finding:target details').getAttribute('open') == 'true'
        browser.find('tr.finding:target').getAttribute('data-kind') == 'unhealthy'
    }

    def "nothing takes effect but the page's own script and style"() {
        given:
        browser.open(page(SampleReports.findings()))

        when:
        browser.run('''
            document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.harmed = true'}));
            document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.harmed = true"><p id="styled" style="color: rgb(1, 2, 3)">');
            document.body.insertAdjacentHTML('beforeend', '<img src="https://evil.example/x.png"><iframe src="https://evil.example"></iframe>');
            document.body.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: 'https://evil.example/x.css'}));
            ''')

        then:
        browser.run('return window.harmed') == null
        browser.run("return getComputedStyle(document.getElementById('styled')).color") != 'rgb(1, 2, 3)'
        browser.requests().findAll { it.contains('evil') } == []
        browser.messages().every { it.contains('Content Security Policy') }
    }

    def "a hostile text makes no element, no attribute and no noise: #text"() {
        given:
        def parts = '''
            return Array.from(document.querySelectorAll('*'))
                .map(it => it.tagName + ' ' + it.getAttributeNames().filter(name => name !== 'hidden').sort()).sort().join('\\n')'''
        browser.open(page(SampleReports.hostile('harmless')))
        def harmless = browser.run(parts)
        def shown = Untrusted.oneLine(HostileTextSpec.TEXTS[text], 2_000)

        when:
        browser.open(page(SampleReports.hostile(HostileTextSpec.TEXTS[text])))

        then:
        browser.run(parts) == harmless
        browser.messages() == []
        browser.requests().size() == 1
        browser.run('return document.documentElement.scrollWidth') <= 1280
        browser.run("return Array.from(document.querySelectorAll('.project-card h3')).map(it => it.firstChild.textContent.trim())")
            .contains(shown.trim())

        where:
        text << HostileTextSpec.TEXTS.keySet()
    }

    def "without its script the page shows all it has, and nothing that would not work"() {
        given:
        browser.scripts(false)
        browser.open(page(SampleReports.remembered()))

        expect:
        browser.all('tr.finding')*.displayed == [true] * 10
        !browser.find('#filters').displayed
        browser.all('th button').empty

        cleanup:
        browser.scripts(true)
    }

    def "on paper all is open, and nothing is left that can only be clicked"() {
        given:
        browser.open(page(SampleReports.remembered()))

        when:
        def paper = browser.pdf()
        Files.write(PICTURES.resolve('remembered.pdf'), paper)
        browser.look(800, 'light', 'print')
        browser.run("window.dispatchEvent(new Event('beforeprint'))")

        then:
        new String(paper, 0, 5, 'ASCII') == '%PDF-'
        browser.all('details:not([open])').empty
        !browser.find('#filters').displayed

        when:
        browser.run("window.dispatchEvent(new Event('afterprint'))")

        then:
        browser.all('details[open]').empty
    }

    def "of thousands of findings the gravest are there, and it is said how many are not"() {
        given:
        def text = new HtmlReport(5).text(SampleReports.many(6, 3))

        when:
        browser.open(Files.writeString(folder.resolve('many.html'), text))

        then:
        browser.all('tr.finding').size() == 5
        browser.find('#findings .banner').text == 'The gravest 5 findings are here; 4 more are in --report json.'
    }

    private Path page(AuditReport report) {
        Files.writeString(Files.createTempFile(folder, 'audit', '.html'), new HtmlReport().text(report))
    }

    private String result() {
        browser.find('#filter-result').text
    }

    /** What each row that can be seen is about, in the order in which they stand. */
    private List<Map<String, String>> shown() {
        browser.run("return Array.from(document.querySelectorAll('tr.finding')).filter(it => !it.hidden).map(it => ({...it.dataset}))")
    }

    private void choose(String filter, String label) {
        browser.all("#filter-$filter option").find { it.text.startsWith("$label (") }.click()
    }
}
