package dev.linkspan.audit.notify

import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/** A certificate for one host, made by the JDK's own tool, with those who have it and those who trust it. */
final class Certificates {

    static SSLContext of(String host, Path folder) {
        def file = folder.resolve("${host}.p12")
        if (!Files.exists(file)) {
            make(host, file)
        }
        def store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray())
        def keys = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        keys.init(store, PASSWORD.toCharArray())
        def trust = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        trust.init(store)
        SSLContext.getInstance('TLS').tap { init(keys.keyManagers, trust.trustManagers, null) }
    }

    private static void make(String host, Path file) {
        def tool = Path.of(System.getProperty('java.home'), 'bin', 'keytool').toString()
        def made = new ProcessBuilder(tool, '-genkeypair', '-keystore', file.toString(), '-storetype', 'PKCS12', '-storepass', PASSWORD,
            '-alias', 'server', '-keyalg', 'EC', '-dname', "CN=$host", '-ext', "SAN=dns:$host", '-validity', '2')
            .redirectErrorStream(true).start()
        def said = made.inputReader().text
        assert made.waitFor() == 0: said
        // So that the store's own certificate is one that is trusted.
        def store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray())
        store.setCertificateEntry('trusted', store.getCertificate('server'))
        file.toFile().withOutputStream { store.store(it, PASSWORD.toCharArray()) }
    }

    private static final PASSWORD = 'changeit'
}
