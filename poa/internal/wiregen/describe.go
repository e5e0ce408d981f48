package main

func schema(g *target) ([]byte, error)             { return nil, nil }
func typescript(targets []*target) ([]byte, error) { return nil, nil }
