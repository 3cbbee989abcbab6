package dev.linkspan.model

import static dev.linkspan.model.CloudProvider.AWS
import static dev.linkspan.model.CloudProvider.AZURE
import static dev.linkspan.model.CloudProvider.GCP

import spock.lang.Specification

class RegionsSpec extends Specification {

    def "both spellings, in any case, are the same region"() {
        expect:
        Regions.parse(provider, atlas) == Regions.parse(provider, cloud)
        Regions.parse(provider, cloud.toUpperCase()).atlasName() == atlas
        Regions.parse(provider, atlas.toLowerCase()).cloudName() == cloud

        where:
        provider | atlas                       | cloud
        AWS      | 'US_EAST_1'                 | 'us-east-1'
        AWS      | 'AP_SOUTHEAST_7'            | 'ap-southeast-7'
        AZURE    | 'US_EAST_2'                 | 'eastus2'
        AZURE    | 'EUROPE_NORTH'              | 'northeurope'
        AZURE    | 'ASIA_SOUTH_EAST'           | 'southeastasia'
        GCP      | 'CENTRAL_US'                | 'us-central1'
        GCP      | 'WESTERN_EUROPE'            | 'europe-west1'
        GCP      | 'MIDDLE_EAST_CENTRAL_1'     | 'me-central1'
        GCP      | 'NORTH_AMERICA_NORTHEAST_1' | 'northamerica-northeast1'
    }

    def "the table holds every region once, and no name means two regions of a cloud"() {
        given:
        def regions = Regions.of(provider)
        def names = regions.collectMany { [it.atlasName(), it.cloudName()].unique() }*.toLowerCase()

        expect:
        regions.size() == size
        names.toSet().size() == names.size()
        regions == regions.toSorted()

        where:
        provider || size
        AWS      || 34
        AZURE    || 54
        GCP      || 41
    }

    def "AWS regions follow the one rule that there is"() {
        expect:
        Regions.of(AWS).every { it.cloudName() == it.atlasName().toLowerCase().replace('_', '-') }
    }

    def "one name is another place on another cloud"() {
        expect:
        [AWS, AZURE, GCP].collect { Regions.parse(it, 'US_WEST_2').cloudName() } == ['us-west-2', 'westus2', 'us-west2']
    }

    def "a misspelt region is refused with the nearest ones and a form that works"() {
        when:
        Regions.parse(provider, text)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'unknown-region'
        refusal.summary() == "'$text' is not an Atlas region of ${provider.title()}"
        refusal.remedy().startsWith(remedy)
        refusal.remedy().endsWith("Either spelling works: '$form'.")

        where:
        provider | text          | form                                     || remedy
        AWS      | 'us-esat-1'   | "af-south-1' or 'AF_SOUTH_1"             || "Did you mean 'us-east-1' or 'us-east-2' or 'us-west-1'?"
        AWS      | 'US_EST_2'    | "af-south-1' or 'AF_SOUTH_1"             || "Did you mean 'US_EAST_2' or "
        AWS      | 'useast1'     | "af-south-1' or 'AF_SOUTH_1"             || "Did you mean 'us-east-1' or "
        AZURE    | 'eastus22'    | "australiacentral' or 'AUSTRALIA_CENTRAL" || "Did you mean 'eastus2' or "
        AZURE    | 'europe-west' | "australiacentral' or 'AUSTRALIA_CENTRAL" || "Did you mean 'EUROPE_WEST'"
        GCP      | 'us-centrall' | "africa-south1' or 'AFRICA_SOUTH_1"      || "Did you mean 'us-central1'"
    }

    def "a region of another cloud is refused with that cloud's name"() {
        when:
        Regions.parse(AWS, 'eastus2')

        then:
        def refusal = thrown(Refusal)
        refusal.remedy().startsWith("'eastus2' is a region of Azure.")
    }

    def 'a region of a government, of Assured Workloads or of China is refused as such: #text'() {
        when:
        Regions.parse(provider, text)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'not-commercial-region'
        refusal.summary().contains("'$text'") && refusal.summary().contains('commercial regions only')
        refusal.remedy().contains(provider.title())

        where:
        provider | text
        AWS      | 'US_GOV_EAST_1'
        AWS      | 'us-gov-west-1'
        AWS      | 'CN_NORTH_1'
        AWS      | 'cn-northwest-1'
        AZURE    | 'usgovvirginia'
        AZURE    | 'US_GOV_VIRGINIA'
        AZURE    | 'US_GOV_ARIZONA'
        AZURE    | 'usgovtexas'
        AZURE    | 'usdodcentral'
        AZURE    | 'CHINA_NORTH'
        AZURE    | 'chinaeast2'
        AWS      | 'CN_NORTHWEST_1'
        GCP      | 'EASTERN_US_AW'
        GCP      | 'us_east_4_aw'
    }

    def "a text like no region gets only a form that works"() {
        when:
        Regions.parse(AWS, text)

        then:
        def refusal = thrown(Refusal)
        refusal.remedy() == "Either spelling works: 'af-south-1' or 'AF_SOUTH_1'."

        where:
        text << ['', 'mars', 'x' * 100_000]
    }

    def "a region that only Atlas knows is kept under Atlas's text"() {
        when:
        def region = Regions.shownByAtlas(AWS, 'MOON_EAST_1')

        then:
        region.atlasName() == 'MOON_EAST_1'
        region.cloudName() == 'moon-east-1'
        Regions.shownByAtlas(AWS, 'EU_WEST_1') == Regions.parse(AWS, 'eu-west-1')
    }

    def "regions stand by cloud, then by the cloud's spelling"() {
        expect:
        [Regions.parse(GCP, 'us-east1'), Regions.parse(AWS, 'us-east-1'), Regions.parse(AWS, 'eu-west-1')].sort()*.toString() ==
            ['eu-west-1', 'us-east-1', 'us-east1']
    }
}
