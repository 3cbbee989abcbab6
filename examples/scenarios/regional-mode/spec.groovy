def endpoints = [
    'us-east-1': ['vpce-0d00c26273372c6ef', 'vpce-08fb7e9319909ec7b'],
    'eu-west-1': ['vpce-0df793f9c89c24a3b'],
]

project('demo') {
    regionalMode true
    endpoints.each { region, ids ->
        aws(region) {
            ids.each { endpoint it }
        }
    }
}
