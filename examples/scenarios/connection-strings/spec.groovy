project('5e2211c17a3e5a48f5497de3') {
    aws('us-east-1') {
        endpoint 'vpce-0d00c26273372c6ef'
    }
    azure('eastus2') {
        endpoint('/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/acme/providers/Microsoft.Network/privateEndpoints/pe-app', ip: '10.0.3.4')
    }
    gcp('us-central1') {
        portMapped()
        endpoint('psc-app', gcpProject: 'acme-net', ip: '10.10.0.5')
    }
}
