package dev.linkspan.atlas.http

import static dev.linkspan.atlas.http.StubAtlas.html

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Secret

class FaultsSpec extends StubbedSpecification {

    def '#status #code is #kind'() {
        given:
        stub.always(json(status, """{"error":$status,"errorCode":"$code","detail":"Because."}"""))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == kind
        problem.errorCode() == Optional.of(code)
        problem.message == "GET $SERVICES: $status $code: Because."
        problem.remedy().contains(remedy)

        where:
        status | code                                                 || kind                   | remedy
        400    | 'INVALID_ATTRIBUTE'                                  || Kind.INVALID           | 'Correct what the message names'
        400    | 'RATE_LIMITED_IP'                                    || Kind.RATE_LIMITED      | 'Wait'
        401    | 'UNEXPECTED_ERROR'                                   || Kind.UNAUTHORIZED      | 'Check that the key or token is right'
        401    | 'USER_UNAUTHORIZED'                                  || Kind.FORBIDDEN         | 'Project Read Only'
        402    | 'NO_PAYMENT_INFORMATION_FOUND'                       || Kind.PAYMENT           | 'payment method'
        403    | 'IP_ADDRESS_NOT_ON_ACCESS_LIST'                      || Kind.ACCESS_LIST       | 'IP address of this machine'
        403    | 'ORG_REQUIRES_WHITELIST'                             || Kind.ACCESS_LIST       | 'access list'
        403    | 'ACCESS_FORBIDDEN'                                   || Kind.FORBIDDEN         | 'Project Owner'
        403    | 'FEATURE_UNSUPPORTED'                                || Kind.INVALID           | 'Correct'
        404    | 'GROUP_NOT_FOUND'                                    || Kind.PROJECT_NOT_FOUND | "project's id or name"
        404    | 'CLUSTER_NOT_FOUND'                                  || Kind.NOT_FOUND         | 'Run plan again'
        405    | 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES'             || Kind.INVALID           | 'being upgraded'
        406    | 'INVALID_VERSION_DATE'                               || Kind.INVALID           | '--api-version'
        409    | 'PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION' || Kind.CONFLICT          | 'Run plan again'
        409    | 'CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS'           || Kind.CONFLICT          | 'Delete the endpoints'
        409    | 'PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS'                || Kind.CONFLICT          | 'AVAILABLE'
        409    | 'SOMETHING_NEW'                                      || Kind.CONFLICT          | 'Run plan again'
        410    | 'PERSONAL_API_KEYS_DEPRECATED'                       || Kind.INVALID           | 'API version'
        500    | 'UNEXPECTED_ERROR'                                   || Kind.UNAVAILABLE       | 'status.mongodb.com'
    }

    def 'an answer that is not from Atlas is one clear line: #what'() {
        given:
        stub.always(reply)

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == kind
        problem.message == "GET $SERVICES: $said"
        problem.remedy()
        stub.received.size() <= 6

        where:
        what              | reply                                                      || kind             | said
        'HTML 502'        | html(502)                                                  || Kind.UNAVAILABLE | '502 with a body of type text/html'
        'HTML 404'        | html(404)                                                  || Kind.NOT_FOUND   | '404 with a body of type text/html'
        'empty 403'       | json(403, '')                                              || Kind.FORBIDDEN   | '403 with an empty body'
        'redirect'        | json(302, '', [Location: 'https://login.example/'])        || Kind.INVALID     | '302 with an empty body, sent on to https://login.example/'
        'HTML 200'        | html(200)                                                  || Kind.UNREADABLE  | '200 with a body of type text/html that cannot be read, at line 1, column 1'
        'truncated JSON'  | json(200, '[{"id":"6a')                                    || Kind.UNREADABLE  | '200 with a body of type application/json that cannot be read, at line 1, column 11'
        'another shape'   | json(200, '{"results":[]}')                                || Kind.UNREADABLE  | '200 with a body of type application/json that cannot be read, at line 1, column 1'
        'more than JSON'  | json(200, '[] []')                                         || Kind.UNREADABLE  | '200 with a body of type application/json that cannot be read, at line 1, column 4'
        'an empty answer' | json(200, '')                                              || Kind.UNREADABLE  | '200 with an empty body that cannot be read'
        'binary'          | json(200, '\0\0\0[\0\u00ff')                        || Kind.UNREADABLE  | '200 with a body of type application/json that cannot be read, at line 1, column 2'
        'binary refusal'  | json(400, '\0\0\0[\0\u00ff')                        || Kind.INVALID     | '400 with a body of type application/json'
        'null'            | json(200, 'null')                                          || Kind.UNREADABLE  | '200 with a body of type application/json that cannot be read'
    }

    def 'the fields that Atlas found wanting are named'() {
        given:
        stub.always(json(400, '''{"error":400,"errorCode":"VALIDATION_ERROR","detail":"Validation failed.",
            "badRequestDetail":{"fields":[{"field":"region","description":"must not be null"}]}}'''))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.message.endsWith('400 VALIDATION_ERROR: Validation failed.; region: must not be null')
    }

    def 'text from elsewhere cannot move the cursor nor fill the screen'() {
        given:
        stub.always(json(400, """{"error":400,"errorCode":"X","detail":"\\u001b[2J\\r${'long ' * 1000}"}"""))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.message.contains('\\u{1b}[2J\\r')
        problem.message.length() < 1000
    }

    def 'no credential is in a message or a log line, even if the server repeats it: #status'() {
        given:
        stub.always {
            json(status, """{"error":$status,"errorCode":"${it.headers['authorization']}","detail":"You sent ${it.headers['authorization']}"}""")
        }
        def account = HttpAtlas.connect(settings(new Credentials.ServiceAccount('id', new Secret('sk-value'))))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        !everything(problem).contains('token-text')

        when:
        account.services(PROJECT, CloudProvider.AWS)

        then:
        def other = thrown(AtlasProblem)
        !everything(other).contains('sk-value')
        !everything(other).contains('id:sk-value'.bytes.encodeBase64().toString())

        cleanup:
        account.close()

        where:
        status << [400, 401, 500]
    }

    def 'settings print without the credential'() {
        expect:
        !settings(new Credentials.ApiKey('public', new Secret('private-key'))).toString().contains('private-key')
    }

    private String everything(AtlasProblem problem) {
        def text = new StringWriter()
        problem.printStackTrace(new PrintWriter(text))
        "$text ${problem.errorCode()} ${problem.remedy()} $log"
    }
}
