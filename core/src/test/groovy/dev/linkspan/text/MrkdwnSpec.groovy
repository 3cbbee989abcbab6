package dev.linkspan.text

import spock.lang.Specification

class MrkdwnSpec extends Specification {

    def "plain words stay as they are: #words"() {
        expect:
        Mrkdwn.text(words, 600) == words

        where:
        words << ['', 'Atlas does not have it', "the key has no role, since it's new", 'démo', '支払い', 'AVAILABLE. Wait; then go on.']
    }

    def "only what is more than plain words stands in code: #text"() {
        expect:
        Mrkdwn.text(text, 600) == shown

        where:
        text                                   || shown
        'its status is REJECTED: a|b c d|e f'  || 'its status is REJECTED: `a|b c d|e` f'
        'it is PENDING_ACCEPTANCE now'         || 'it is `PENDING_ACCEPTANCE` now'
        'wait :rocket: for evil.example now'   || 'wait `:rocket: for evil.example` now'
        'a < b && b > c'                       || 'a `&lt; b &amp;&amp; b &gt;` c'
        'code ` in `` code'                    || 'code `ˋ in ˋˋ` code'
        'two\nlines'                           || '`two\\nlines`'
    }

    def "no text mentions, links or formats, wherever it comes from: #text"() {
        given:
        def shown = Mrkdwn.text(text, 600)
        def inCode = (shown =~ /`([^`]*)`/).collect { it[1] }
        def outside = shown.replaceAll(/`[^`]*`/, '')

        expect:
        !(outside =~ /[<>&*_~@#|\[\]\\`\n\r]|:\S|\w\.\w/)
        inCode.every { !(it =~ /[<>\n\r]|&(?!(amp|lt|gt);)/) }
        Mrkdwn.code(text, 600).count('`') == 2

        where:
        text << MarkdownSpec.HOSTILE + [
            '<!channel> <!here|here> <!everyone>', '<@U024BE7LH> <#C024BE7LR> <!subteam^SAZ94GDB8>', '@channel @here @all',
            '<https://evil.example|the report>', '*bold* _it_ ~gone~ `code` ```block```', '&lt;!channel&gt;',
            'https://evil.example/?a=b&c=d', '`<!channel>`']
    }

    def "a long text is cut, and nothing of an escape with it"() {
        expect:
        Mrkdwn.code('<' * 50, 10) == '`' + '&lt;' * 9 + '…`'
    }
}
