def consumers = ['eu-central-1', 'eu-west-2']

project('5e2211c17a3e5a48f5497de3') {
    aws('eu-west-1') {
        remoteRegions(*consumers)
        endpoint 'vpce-0d00c26273372c6ef'
    }
}
