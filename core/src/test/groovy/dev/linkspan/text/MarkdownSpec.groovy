package dev.linkspan.text

import org.commonmark.ext.autolink.AutolinkExtension
import org.commonmark.ext.gfm.tables.TablesExtension
import org.commonmark.parser.Parser
import org.commonmark.renderer.html.HtmlRenderer
import spock.lang.Specification

class MarkdownSpec extends Specification {

    private static final EXTENSIONS = [TablesExtension.create(), AutolinkExtension.create()]
    private static final PARSER = Parser.builder().extensions(EXTENSIONS).build()
    private static final RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).build()

    static final HOSTILE = [
        'a cell | and another',
        'an escaped \\| pipe \\\\| two',
        'code ` in `` code ```',
        '</code></td></table><script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '<!-- comment',
        '</details>',
        '&lt;b&gt; &#124;',
        '@team @org/team and a.b@example.com',
        '#123 GH-123 org/repo#5 !7 $9 %1 ~bug &3',
        '[text](https://evil.example) ![](https://evil.example/x.png)',
        '[ref]: https://evil.example',
        '<https://evil.example> https://evil.example www.evil.example mailto:a@b.example',
        '**bold** _em_ ~~struck~~ $$x$$ :rocket:',
        'two\nlines\r\n\r\n# heading\n::error::x',
        'red\u001b[31m \u202e reversed \u200b \u2028 hidden',
        '- list', '1. list', '# heading', '> quote', '    code', '- [ ] task', '===', '+ x', '~~~', '***',
        '0123456789abcdef0123456789abcdef01234567',
        ']]> --> {{ x }} {% raw %} ${{ secrets.X }}',
    ]

    def "plain words stay as they are: #words"() {
        expect:
        Markdown.text(words) == words

        where:
        words << ['', 'Atlas does not have it', 'delete held: protect() refuses it', "the key has no role, since it's new",
                  'démo', '支払い', 'Give the key the role Project Read Only.', 'AVAILABLE', 'a well-known, half/done thing']
    }

    def "only what is more than plain words stands in code: #text"() {
        expect:
        Markdown.text(text) == shown

        where:
        text                                  || shown
        'its status is REJECTED: a|b c d|e f' || 'its status is REJECTED: <code>a&#124;b c d&#124;e</code> f'
        'it is PENDING_ACCEPTANCE now'        || 'it is <code>PENDING&#95;ACCEPTANCE</code> now'
        '[] -> [eu-west-1]'                   || '<code>&#91;&#93; -&#62; &#91;eu-west-1&#93;</code>'
        '- one'                               || '<code>-</code> one'
        '  two'                               || '<code></code>  two'
    }

    def "what stands in code shows in a table as it was: #text"() {
        given:
        def page = html("| a | b |\n|---|---|\n| ${Markdown.code(text)} | end |\n")

        expect:
        page.contains("<td><code>$shown</code></td>\n<td>end</td>")
        page.count('<td>') == 2
        page.count('<') == html('| a | b |\n|---|---|\n| x | end |\n').count('<') + 2

        where:
        text << HOSTILE
        shown = Untrusted.oneLine(text).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')
    }

    def "it breaks out of no list, heading or folded part either: #text"() {
        expect:
        tags(html(line.replace('TEXT', Markdown.code(text)))) == tags(html(line.replace('TEXT', '<code>x</code>')))
        tags(html(line.replace('TEXT', Markdown.text(text)))) == tags(html(line.replace('TEXT', '<code>x</code>')))
        tags(html("| $text |".replace(text, Markdown.text(text)) + '\n|---|\n')) == tags(html('| <code>x</code> |\n|---|\n'))

        where:
        [text, line] << [HOSTILE, ['- TEXT', '### Project TEXT (TEXT)', '**missing** TEXT<br>Spec: TEXT', '<details><summary>x</summary>\n\n- TEXT\n\n</details>']].combinations()
    }

    def "a block of code ends where it should: #text"() {
        given:
        def page = html(Markdown.block('groovy', text) + '\n\nafter\n')

        expect:
        page.startsWith('<pre><code class="language-groovy">')
        page.endsWith('</code></pre>\n<p>after</p>\n')
        page.count('</code>') == 1

        where:
        text << HOSTILE + ['```\nout\n```', "x\n``````\n<script>\n`````\n", '~~~\nout']
    }

    def "an endless text is cut"() {
        expect:
        Markdown.code('|' * 10_000).length() <= 600 * 10
        Markdown.text('word ' * 10_000).length() == 600
    }

    def "a page is never longer than it may be, and says how much it leaves out"() {
        given:
        def page = new MarkdownPage(longest, 'Elsewhere is more.').paragraph('head')
        page.table('### one', ['a'], (1..rows).collect { "| $it |".toString() })
        page.foldedTable('two', ['a'], (1..rows).collect { '| more |' })

        when:
        def text = page.text()
        int shown = text.readLines().count { it ==~ /\| (\d+|more) \|/ }

        then:
        text.length() <= longest
        text.startsWith('head\n\n### one\n\n| a |\n|---|\n| 1 |\n')
        text.count('<details>') == text.count('</details>')
        shown + leftOut(text) == 2 * rows

        where:
        longest | rows
        4_000   | 10
        4_000   | 500
        60_000  | 500
        60_000  | 10_000
    }

    def "a page that holds all says nothing of what is left out, and has no table without rows"() {
        expect:
        new MarkdownPage(4_000, 'Elsewhere.').paragraph('head').table('### none', ['a'], []).text() == 'head\n'
    }

    def "once something is left out, nothing follows it"() {
        given:
        def page = new MarkdownPage(4_000, 'Elsewhere.')
        page.table('### one', ['a'], ['| short |', '|' + 'x' * 5_000 + '|', '| third |'])
        page.table('### two', ['a'], ['| short |'])

        expect:
        page.text() == '### one\n\n| a |\n|---|\n| short |\n\n**3 more lines do not fit here.** Elsewhere.\n'
    }

    private static int leftOut(String text) {
        (text =~ /\*\*(\d+) more lines/).collect { it[1] as int }.sum(0)
    }

    private static List<String> tags(String html) {
        (html =~ /<[^>]*>/).collect { it }
    }

    private static String html(String markdown) {
        RENDERER.render(PARSER.parse(markdown)).replace('<wbr>', '')
    }
}
