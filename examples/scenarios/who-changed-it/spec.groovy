project('5e2211c17a3e5a48f5497de3') {
    aws('us-east-1') {
        endpoint 'vpce-0d00c26273372c6ef'
        endpoint 'vpce-0aaaaaaaaaaaaaaaa'
    }
}
