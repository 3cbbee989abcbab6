package dev.linkspan.audit.report.html

import com.deque.html.axecore.providers.IAxeScriptProvider
import java.nio.file.Files
import java.nio.file.Path
import java.util.logging.Level
import org.openqa.selenium.By
import org.openqa.selenium.OutputType
import org.openqa.selenium.WebElement
import org.openqa.selenium.chrome.ChromeDriver
import org.openqa.selenium.chrome.ChromeDriverService
import org.openqa.selenium.chrome.ChromeOptions
import org.openqa.selenium.logging.LogType
import org.openqa.selenium.logging.LoggingPreferences

/** The machine's own Chromium without a window, driven by the machine's own ChromeDriver. It can reach nothing but files. */
class Browser implements Closeable {

    private static final DRIVERS = ['/usr/bin/chromedriver', '/usr/lib/chromium/chromedriver', '/usr/lib/chromium-browser/chromedriver']
    private static final BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

    private final ChromeDriver driver

    private Browser(ChromeDriver driver) {
        this.driver = driver
    }

    /** What a developer has to install to see these specifications run, or empty. */
    static String lack() {
        def missing = [chromium: BROWSERS, 'chromium-driver': DRIVERS].findAll { !first(it.value) }.keySet()
        missing ? 'install ' + missing.join(' and ') : ''
    }

    private static String first(List<String> paths) {
        paths.find { Files.isExecutable(Path.of(it)) }
    }

    static Browser start(Path profile) {
        def logs = new LoggingPreferences()
        logs.enable(LogType.BROWSER, Level.ALL)
        logs.enable(LogType.PERFORMANCE, Level.ALL)
        def options = new ChromeOptions()
        options.binary = first(BROWSERS)
        // Containers run as root and have little shared memory. All else keeps the browser from asking for anything by itself.
        options.addArguments('--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run',
            '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions',
            '--force-color-profile=srgb', '--hide-scrollbars', '--host-resolver-rules=MAP * ~NOTFOUND', "--user-data-dir=$profile")
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs)
        def service = new ChromeDriverService.Builder().usingDriverExecutable(new File(first(DRIVERS))).usingAnyFreePort().build()
        new Browser(new ChromeDriver(service, options))
    }

    /** Shows a page in a window of this width. */
    void open(Path page, int width = 1280, String scheme = 'light') {
        look(width, scheme)
        driver.get('about:blank')
        messages()
        requests()
        driver.get(page.toUri().toString())
    }

    void look(int width, String scheme, String medium = '') {
        driver.executeCdpCommand('Emulation.setDeviceMetricsOverride',
            [width: width, height: 900, deviceScaleFactor: 1, mobile: width < 600])
        driver.executeCdpCommand('Emulation.setEmulatedMedia',
            [media: medium, features: [[name: 'prefers-color-scheme', value: scheme]]])
    }

    /** What the browser complained of since it was asked last. */
    List<String> messages() {
        driver.manage().logs().get(LogType.BROWSER).all*.message
    }

    /** The addresses that were asked for since then, but for those that the page's policy refused. */
    List<String> requests() {
        def events = driver.manage().logs().get(LogType.PERFORMANCE).all*.message
        def refused = events.findAll { it.contains('"Network.loadingFailed"') && it.contains('"blockedReason":"csp"') }
            .collect { (it =~ /"requestId":"([^"]*)"/)[0][1] }
        events.findAll { it.contains('"Network.requestWillBeSent"') && !((it =~ /"requestId":"([^"]*)"/)[0][1] in refused) }
            .collect { (it =~ /"request":\{.*?"url":"([^"]*)"/)[0][1] }
            .findAll { it != 'about:blank' }
    }

    WebElement find(String selector) {
        driver.findElement(By.cssSelector(selector))
    }

    List<WebElement> all(String selector) {
        driver.findElements(By.cssSelector(selector))
    }

    /** On the element that has the focus. */
    void press(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key)
    }

    /** Clicks a link to a place in the page, and returns when the page has taken it up: it hears of it later than the click is answered. */
    void follow(WebElement link) {
        driver.executeScript("window.arrived = new Promise(done => addEventListener('hashchange', done, {once: true}))")
        link.click()
        driver.executeAsyncScript('const done = arguments[arguments.length - 1]; window.arrived.then(() => done())')
    }

    /** Whether pages may run theirs, from the next one on. */
    void scripts(boolean areAllowed) {
        driver.executeCdpCommand('Emulation.setScriptExecutionDisabled', [value: !areAllowed])
    }

    /** What a script returns. */
    Object run(String script, Object... arguments) {
        driver.executeScript(script, arguments)
    }

    /** What the rules of axe find, each with the places it is found at. */
    List<String> barriers() {
        driver.executeScript(IAxeScriptProvider.getResourceAsStream('/axe.min.js').getText('UTF-8'))
        def result = driver.executeAsyncScript('''
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(it => done(it.violations), it => done([{id: String(it), nodes: []}]));
            ''')
        result.collect { rule -> "${rule.id}: ${rule.nodes.collect { it.target.join(' ') + ' ' + it.failureSummary }.take(3).join('; ')}".toString() }
    }

    /** All of the page as a picture. */
    void picture(Path file) {
        def size = driver.executeCdpCommand('Page.getLayoutMetrics', [:]).cssContentSize
        def shot = driver.executeCdpCommand('Page.captureScreenshot', [captureBeyondViewport: true, format: 'png',
            clip: [x: 0, y: 0, width: size.width, height: Math.min(size.height as double, 16_000d), scale: 1]])
        Files.createDirectories(file.parent)
        Files.write(file, Base64.decoder.decode(shot.data as String))
    }

    /** As it is printed. */
    byte[] pdf() {
        Base64.decoder.decode(driver.executeCdpCommand('Page.printToPDF', [printBackground: true]).data as String)
    }

    @Override
    void close() {
        driver.quit()
    }
}
