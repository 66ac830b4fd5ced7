Console.WriteLine("pilotregistry");
