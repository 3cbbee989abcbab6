def group = '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers/Microsoft.Network/privateEndpoints'

project('5e2211c17a3e5a48f5497de3') {
    azure('eastus2') {
        endpoint("$group/pe-app", ip: '10.0.3.4')
        endpoint("$group/pe-jobs", ip: '10.0.3.5')
    }
}
