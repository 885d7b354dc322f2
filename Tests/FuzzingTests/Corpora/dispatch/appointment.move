1z{"jsonrpc":"2.0","id":7,"method":"appointment.move","params":{"id":"a1","start":"2026-05-07T15:00:00+08:00"}}
{"jsonrpc":"2.0","id":7,"method":"appointment.move","params":{}}
