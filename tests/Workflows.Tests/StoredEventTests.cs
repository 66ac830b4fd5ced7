using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>What is stored stays readable: every event has a name with a version, and its shape is approved in a file.</summary>
public sealed class StoredEventTests
{
    private static readonly string Approved = Path.Combine(AppContext.BaseDirectory[..AppContext.BaseDirectory.LastIndexOf($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)], "Approved/events.txt");

    private static IEnumerable<(string Name, Type Type)> Named => typeof(ProcessEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(named => ((string)named.TypeDiscriminator!, named.DerivedType));

    [Fact]
    public void Every_event_has_one_name_with_a_version()
    {
        Assert.Equal(typeof(ProcessEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ProcessEvent))).OrderBy(type => type.Name), Named.Select(named => named.Type).OrderBy(type => type.Name));
        Assert.All(Named, named => Assert.Matches(@"^[a-z-]+\.v[0-9]+$", named.Name));
        Assert.Equal(Named.Count(), Named.Select(named => named.Name).Distinct().Count());
    }

    [Fact]
    public void Shapes_are_the_approved_ones()
    {
        var shapes = string.Concat(Named.OrderBy(named => named.Name, StringComparer.Ordinal).Select(named => $"{named.Name} {Shape(named.Type)}\n"))
            + string.Concat(new[] { typeof(OpenTask), typeof(OpenJob), typeof(JobHeader), typeof(OpenTimer), typeof(Subscription), typeof(Incident), typeof(Deadline), typeof(ClockSet), typeof(Wording) }.Select(type => $"{type.Name} {Shape(type)}\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Approved)!);
            File.WriteAllText(Approved, shapes);
        }

        Assert.Equal(File.ReadAllText(Approved), shapes);
    }

    [Fact]
    public void An_instance_of_five_tasks_takes_three_kilobytes_of_events()
    {
        var c = Case.Started(Drawing.Of().Start().Task("a").Task("b").Task("c").Task("d").Task("e").End().Paths("start a b c d e end"), ("park", "ZC-01"), ("year", 2026)).Complete("a b c d e", ("decision", "yes"));
        c.Ended();
        Assert.InRange(JsonSerializer.Serialize(c.Events).Length, 1000, 3072);
    }

    [Fact]
    public void Events_survive_options_that_write_decimals_as_text_and_names_in_camel_case()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
        var c = Case.Started(Drawing.Of().Start().Task("a", Parts.Due("P3D")).Boundary("late", "a", Parts.Timer("=working days(5)")).End().Paths("start a end", "late end"), ("share", 0.25m));
        var read = JsonSerializer.Deserialize<List<ProcessEvent>>(JsonSerializer.Serialize(c.Events, options), options)!;
        Assert.Equal(JsonSerializer.Serialize(c.State, options), JsonSerializer.Serialize(ProcessState.Fold(read), options));
    }

    private static string Shape(Type type) => string.Join(", ", type.GetProperties().Where(property => property.Name != "EqualityContract").OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{property.Name}: {Name(property.PropertyType)}"));

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GenericTypeArguments.Select(Name))}>" : type.Name;
}
