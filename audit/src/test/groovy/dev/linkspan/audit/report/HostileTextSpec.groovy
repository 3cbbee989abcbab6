package dev.linkspan.audit.report

import static dev.linkspan.audit.report.SampleReports.hostile

import com.contrastsecurity.sarif.SarifSchema210
import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.InputFormat
import com.networknt.schema.Schema
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import dev.linkspan.text.Untrusted
import javax.xml.parsers.DocumentBuilderFactory
import org.commonmark.ext.autolink.AutolinkExtension
import org.commonmark.ext.gfm.tables.TablesExtension
import org.commonmark.node.AbstractVisitor
import org.commonmark.node.HtmlBlock
import org.commonmark.node.HtmlInline
import org.commonmark.node.Image
import org.commonmark.node.Link
import org.commonmark.parser.Parser
import org.yaml.snakeyaml.LoaderOptions
import org.yaml.snakeyaml.Yaml
import spock.lang.Shared
import spock.lang.Specification

/** A text that somebody wrote in Atlas, a spec, a rule or a history stays a text, whatever a report is read by. */
class HostileTextSpec extends Specification {

    static final TEXTS = [
        html: '</td></table></script><script>alert(1)</script><img src=x onerror=alert(1)> &amp; &#60;b&#62; " \' `',
        markdown: '| x ](https://evil.example) ![](https://evil.example/x.png) `y` **b** @team #1 <!-- \n\n# Forged\n- [ ] x\n```\n</details>',
        terminal: 'red\u001b[31m \u001b]0;title\u0007 \u009b2J \r\nProject forged\u0008\u007f',
        workflow: '\n::error::forged\n::set-output name=x::y\n##[error]forged\n%0A::stop-commands::x',
        invisible: '\u202e reversed \u2066 \u200b \ufeff \u00ad \u2028 \u2029 \ue000 \udb40\udc41',
        broken: 'nul \u0000 \u0001 \ufffe \uffff half \ud800 other \udc00 end',
        yaml: 'no: *x\n- !!java.net.URL ["http://evil.example"]\n---\n%TAG ! x',
        json: '"}],"verdict":"clean","x":[{"y":"\\u0000 \\',
        xml: ']]></failure><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;<![CDATA[',
        metrics: 'a"} 1\n# TYPE forged gauge\nforged{x="\\"} 1',
        sarif: '{0} [click](https://evil.example) file:///etc/passwd ../../../x?y#z %zz',
        scripts: '${jndi:ldap://evil.example/x} {{7*7}} #{x} <%= x %> $(x) `x`',
        endless: 'x<y ' * 250_000,
        wide: '支払い 🚀 é e\u0301 مرحبا ' * 3]

    private static final FORMATS = ReportSpec.FORMATS

    @Shared
    Schema standard = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        .getSchema(SarifSchema210.getResourceAsStream('/schema/sarif-schema-2.1.0.json'))

    def "no character of a text reaches a terminal as more than itself: #text in #format"() {
        when:
        def written = FORMATS[format].text(hostile(TEXTS[text]))

        then:
        Untrusted.oneLine(written.replace('\n', '')) == written.replace('\n', '')
        !(written =~ /(?m)^\s*(::|##\[|Project forged|# Forged|forged)/)

        where:
        [text, format] << [TEXTS.keySet(), FORMATS.keySet()].combinations()
    }

    def "programs read each text as it was, but for halves of characters: #text"() {
        given:
        def report = hostile(TEXTS[text])
        def whole = TEXTS[text].codePoints().toArray()
            .collect { Character.getType(it) == Character.SURROGATE ? '\ufffd' : Character.toString(it) }.join('')

        when:
        def json = new ObjectMapper().readValue(new JsonReport().text(report), Map)
        def yaml = new Yaml(new LoaderOptions(codePointLimit: 256 << 20)).load(new YamlReport().text(report))

        then:
        yaml == json
        json.findings*.projectName.findAll().unique() == [whole]
        json.findings.findAll { it.kind == 'not-seen' }*.why == [whole]
        json.resolved[0].summary == whole

        where:
        text << TEXTS.keySet()
    }

    def "a page has no link, no picture and no tag but its own: #text"() {
        given:
        def extensions = [TablesExtension.create(), AutolinkExtension.create()]
        def page = Parser.builder().extensions(extensions).build().parse(new MarkdownReport().text(hostile(TEXTS[text])))
        def found = []

        when:
        page.accept(new AbstractVisitor() {
            @Override
            void visit(Link link) {
                found << link
            }

            @Override
            void visit(Image image) {
                found << image
            }

            @Override
            void visit(HtmlInline html) {
                found.addAll(tags(html.literal))
            }

            @Override
            void visit(HtmlBlock html) {
                found.addAll(tags(html.literal))
            }
        })

        then:
        found - ['<code>', '</code>', '<wbr>', '<br>', '<details>', '</details>', '<summary>', '</summary>'] == []

        where:
        text << TEXTS.keySet()
    }

    private static List<String> tags(String html) {
        (html =~ /<[^>]*>/).collect()
    }

    def "JUnit's XML has the cases of any other report: #text"() {
        given:
        def xml = DocumentBuilderFactory.newDefaultInstance()
        xml.setFeature('http://apache.org/xml/features/disallow-doctype-decl', true)
        def report = hostile(TEXTS[text])

        when:
        def root = xml.newDocumentBuilder().parse(new ByteArrayInputStream(new JunitReport().text(report).getBytes('UTF-8'))).documentElement

        then:
        root.getElementsByTagName('testcase').length == report.findings().size() + 1
        root.getElementsByTagName('*').with { all -> (0..<all.length).collect { all.item(it).tagName } }.toSet() ==
            ['testsuite', 'testcase', 'system-out', 'failure', 'error', 'skipped'] as Set

        where:
        text << TEXTS.keySet()
    }

    def "SARIF stays what the standard's schema asks for, and no text gets endless: #text"() {
        given:
        def written = new SarifReport().text(hostile(TEXTS[text]))

        expect:
        standard.validate(written, InputFormat.JSON).empty
        written.size() < 250_000

        where:
        text << TEXTS.keySet()
    }

    def "metrics keep their lines: #text"() {
        given:
        def names = { PrometheusText.read(new PrometheusReport().text(it))*.name.unique() }

        expect:
        names(hostile(TEXTS[text])) == names(hostile('harmless'))

        where:
        text << TEXTS.keySet()
    }
}
