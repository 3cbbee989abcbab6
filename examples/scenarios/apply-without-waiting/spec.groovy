project('5e2211c17a3e5a48f5497de3') {
    aws('us-east-1') {                           // not there yet
        endpoint 'vpce-0d00c26273372c6ef'
    }
    aws('eu-west-1') {                           // one endpoint is to be replaced, another is new
        endpoint 'vpce-08fb7e9319909ec7b'
        endpoint 'vpce-0aaaaaaaaaaaaaaaa'
    }
    azure('eastus2') { }                         // Atlas is building it
}
