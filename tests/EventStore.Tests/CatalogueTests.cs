using PilotRegistry.Contracts;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>Stored names, and how older shapes are read.</summary>
public sealed class CatalogueTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    [Fact]
    public void Every_event_has_its_stored_name() => Assert.Equal(
        ["tests.meter-installed.v1", "tests.meter-sealed.v1", "tests.reading-taken.v3", "tests.site-opened.v1"],
        Metering.Catalogue.All.Select(e => e.Key));

    [Fact]
    public void An_event_without_a_stored_name_is_refused_at_the_start() => Assert.Equal(
        "Nameless has no stored name: mark it [StoredAs(\"…\")].",
        Assert.Throws<InvalidOperationException>(() => Declared("Nameless", storedAs: null)).Message);

    [Fact]
    public void Two_events_with_one_stored_name_are_refused_at_the_start() => Assert.Contains(
        "have the same stored name 'tests.meter-installed.v1'",
        Assert.Throws<InvalidOperationException>(() => Declared("Twin", "tests.meter-installed.v1")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_event_of_another_program_cannot_be_written() => Assert.Throws<InvalidOperationException>(
        () => new EventCatalogue(RegistryJson.Events).AliasOf(new MeterInstalled("East")));

    [Theory]
    [InlineData("tests.reading-taken.v1", """{ "number": 4, "kilograms": "1500" }""", "unknown")]
    [InlineData("tests.reading-taken.v2", """{ "number": 4, "tonnes": "1.5" }""", "unknown")]
    [InlineData("tests.reading-taken.v3", """{ "number": 4, "tonnes": "1.5", "method": "remote" }""", "remote")]
    public void Older_shapes_are_lifted_to_the_newest(string alias, string body, string method) =>
        Assert.Equal(new ReadingTaken(4, 1.5m, method), Metering.Catalogue.Read(alias, body));

    [Fact]
    public async Task A_stream_with_an_older_shape_is_read_and_continued()
    {
        var id = await StoredAsync("tests.reading-taken.v1", """{ "number": 4, "kilograms": "1500" }""");

        Assert.Equal(new Outcome.Done(id, 2, Changed: false), await metering.ReadMeterAsync(id, number: 4));
        Assert.Equal(new Outcome.Done(id, 3, Changed: true), await metering.ReadMeterAsync(id, number: 5));
        Assert.Equal("tests.reading-taken.v1", (await metering.Store().ReadAsync(id))[1].Alias);
    }

    [Fact]
    public async Task An_event_that_this_program_does_not_know_stops_it_with_its_name()
    {
        var id = await StoredAsync("tests.meter-moved.v1", "{}");

        var unknown = await Assert.ThrowsAsync<InvalidOperationException>(() => metering.Store().ReadAsync(id));

        Assert.Equal("The record holds an event 'tests.meter-moved.v1' that this version of the program does not know.", unknown.Message);
    }

    [Fact]
    public void A_shape_that_is_written_today_is_not_lifted() => Assert.Throws<InvalidOperationException>(
        () => new EventCatalogue(RegistryJson.Events, typeof(Metering).Assembly)
            .WithUpcast("tests.reading-taken.v3", "tests.meter-sealed.v1", body => body));

    [Fact]
    public void Nothing_is_lifted_to_what_does_not_exist() => Assert.Throws<InvalidOperationException>(
        () => new EventCatalogue(RegistryJson.Events, typeof(Metering).Assembly)
            .WithUpcast("tests.reading-taken.v2", "tests.reading-taken.v9", body => body));

    public static TheoryData<string> Events => [.. Metering.Catalogue.All.Select(e => e.Key)];

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Events_are_stored_in_the_approved_shape(string alias)
    {
        DomainEvent[] examples =
        [
            new MeterInstalled("东区 \"East\""), new ReadingTaken(7, 12.50m, "manual"), new MeterSealed("End of its life"), new SiteOpened("East")
        ];
        var example = examples.Single(e => Metering.Catalogue.AliasOf(e) == alias);
        var approved = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Approved", $"{alias}.json"));

        Assert.Equal(approved.Trim(), Metering.Catalogue.Write(example));
        Assert.Equal(example, Metering.Catalogue.Read(alias, approved));
    }

    private static EventCatalogue Declared(string name, string? storedAs) =>
        new(RegistryJson.Events, Declaration.Of(name, storedAs), typeof(Metering).Assembly);

    /// <summary>A meter with one event of this stored name and body, as an older program left it.</summary>
    private async Task<Guid> StoredAsync(string alias, string body)
    {
        var id = await metering.InstallAsync();
        await metering.AppendRawAsync(id, (alias, body));
        return id;
    }
}
