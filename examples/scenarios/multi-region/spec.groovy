// One endpoint in each of several regions, which needs no regional mode, on three clouds at once.
def aws = ['us-east-1': 'vpce-0d00c26273372c6ef', 'us-west-2': 'vpce-08fb7e9319909ec7b', 'eu-west-1': 'vpce-0df793f9c89c24a3b']
def azure = ['eastus2': '10.0.3.4', 'northeurope': '10.1.3.4']
def gcp = ['us-central1': '10.10.0.5', 'europe-west1': '10.11.0.5']
def group = '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers/Microsoft.Network/privateEndpoints'

project('5e2211c17a3e5a48f5497de3') {
    aws.each { region, id ->
        aws(region) { endpoint id }
    }
    azure.each { region, address ->
        azure(region) { endpoint("$group/pe-$region", ip: address) }
    }
    gcp.each { region, address ->
        gcp(region) {
            portMapped()
            endpoint("psc-$region", gcpProject: 'acme-net', ip: address)
        }
    }
}
