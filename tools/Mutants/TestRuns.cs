using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace PilotRegistry.Mutants;

/// <summary>Runs the tests in this process, the quickest first, for one mutant after the other. Only tests that reach a mutant can notice it.</summary>
public static class TestRuns
{
    /// <summary>Said once every test was run on the code as it is: what ends the process from here on is a mutant.</summary>
    public const string Ready = "The tests are known.";

    private const int NotActive = -1, Watching = -2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A line for each mutant from <paramref name="from"/> on: the test that noticed, or nothing.</summary>
    public static async Task<int> RunAsync(string assembly, int from, string results)
    {
        var tests = Assembly.LoadFrom(assembly);
        var mutation = Assembly.LoadFrom(Path.Combine(Path.GetDirectoryName(assembly)!, "PilotRegistry.TransparencyLog.dll")).GetType("PilotRegistry.TransparencyLog.Mutation")!;
        var (active, reached) = (mutation.GetField("Active")!, (ConcurrentDictionary<int, bool>)mutation.GetField("Reached")!.GetValue(null)!);
        var known = new List<(Case Test, HashSet<int> Reaches, TimeSpan Takes)>();
        foreach (var test in CasesOf(tests))
        {
            reached.Clear();
            active.SetValue(null, Watching);
            var time = Stopwatch.StartNew();
            if (await test.PassesAsync())
            {
                known.Add((test, [.. reached.Keys], time.Elapsed));
            }
        }

        active.SetValue(null, NotActive);
        Console.WriteLine(Ready);
        var count = known.SelectMany(k => k.Reaches).DefaultIfEmpty(-1).Max() + 1;
        for (var id = from; id < Math.Max(count, from + 1); id++)
        {
            string? noticed = null;
            foreach (var (test, _, _) in known.Where(k => k.Reaches.Contains(id)).OrderBy(k => k.Takes))
            {
                active.SetValue(null, id);
                var run = Task.Run(test.PassesAsync);
                if (await Task.WhenAny(run, Task.Delay(Patience)) != run)
                {
                    await File.AppendAllTextAsync(results, $"{test.Name} (it does not end)\n");
                    return 1;
                }

                if (!await run)
                {
                    noticed = test.Name;
                    break;
                }
            }

            active.SetValue(null, NotActive);
            await File.AppendAllTextAsync(results, $"{noticed}\n");
        }

        return 0;
    }

    private static IEnumerable<Case> CasesOf(Assembly tests) =>
        from type in tests.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let attributes = method.GetCustomAttributes()
        let fact = attributes.FirstOrDefault(a => IsFact(a.GetType()))
        where fact is not null && fact.GetType().GetProperty("Skip")!.GetValue(fact) is null
        from arguments in ArgumentsOf(type, method)
        select new Case(type, method, arguments);

    private static bool IsFact(Type? type) => type is not null && (type.Name == "FactAttribute" || IsFact(type.BaseType));

    private static IEnumerable<object?[]> ArgumentsOf(Type type, MethodInfo method)
    {
        if (method.GetParameters().Length == 0)
        {
            return [[]];
        }

        return method.CustomAttributes.SelectMany(a => a.AttributeType.Name switch
        {
            "InlineDataAttribute" => [[.. ((IEnumerable<CustomAttributeTypedArgument>?)a.ConstructorArguments[0].Value)?.Select(v => v.Value) ?? [null]]],
            "MemberDataAttribute" => ((IEnumerable<object[]>)type.GetProperty((string)a.ConstructorArguments[0].Value!)!.GetValue(null)!).Select(row => (object?[])row),
            _ => Enumerable.Empty<object?[]>()
        }).Select(values => method.GetParameters().Select((p, n) => n < values.Length ? Fit(values[n], p.ParameterType) : p.DefaultValue).ToArray());
    }

    private static object? Fit(object? value, Type type) =>
        value is null || type.IsInstanceOfType(value) ? value : Convert.ChangeType(value, Nullable.GetUnderlyingType(type) ?? type, null);

    private sealed record Case(Type Type, MethodInfo Method, object?[] Arguments)
    {
        public string Name => Method.Name;

        public async Task<bool> PassesAsync()
        {
            var instance = Activator.CreateInstance(Type);
            try
            {
                if (Method.Invoke(instance, Arguments) is Task running)
                {
                    await running;
                }

                return true;
            }
            catch (Exception)
            {
                return false;
            }
            finally
            {
                (instance as IDisposable)?.Dispose();
            }
        }
    }
}
