using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class ChangeBoundaryTests(RegistrationService service)
{
    private static readonly JsonElement Outline = JsonElement.Parse("""{ "type": "Polygon", "coordinates": [[[120.4, 33.1], [120.5, 33.1], [120.5, 33.2], [120.4, 33.1]]] }""");

    private static readonly ParkListed Listed = new(Fixtures.Park, Fixtures.Facts, Fixtures.Batch, 7, "演示文号〔2026〕1号", new(2026, 6, 30), "演示数据。", "评审通过。");

    private static readonly BoundaryChanged Change = new(
        Fixtures.Park, "东至海堤，南至港区路，西至串场河，北至纬一路", Outline, 2027, "演示文号〔2026〕9号", new(2026, 9, 1), "演示数据。", "扩区获批。");

    [Fact]
    public void The_nation_records_another_boundary_of_a_listed_park() => Spec.For(ParkState.Stream)
        .Given(Listed).When(state => ChangeBoundary.Decide(state, Change)).Then(Change);

    [Fact]
    public void The_words_may_stay_when_the_outline_changes() => Spec.For(ParkState.Stream)
        .Given(Listed).When(state => ChangeBoundary.Decide(state, Change with { FourBounds = Fixtures.Facts.FourBounds! })).Then(Change with { FourBounds = Fixtures.Facts.FourBounds! });

    [Fact]
    public void A_later_change_follows_an_earlier_one() => Spec.For(ParkState.Stream)
        .Given(Listed, Change).When(state => ChangeBoundary.Decide(state, Change with { Boundary = null, ValidFrom = 2028 })).Then(Change with { Boundary = null, ValidFrom = 2028 });

    [Fact]
    public void The_same_change_is_recorded_once() => Spec.For(ParkState.Stream)
        .Given(Listed, Change).When(state => ChangeBoundary.Decide(state, Change)).ThenNothing();

    [Fact]
    public void A_change_that_changes_neither_words_nor_outline_is_refused() => Spec.For(ParkState.Stream)
        .Given(Listed, Change).When(state => ChangeBoundary.Decide(state, Change with { Reasons = "再次说明。" })).ThenRefused("boundary-unchanged");

    [Fact]
    public void The_bounds_of_the_list_are_no_change() => Spec.For(ParkState.Stream)
        .Given(Listed).When(state => ChangeBoundary.Decide(state, Change with { FourBounds = Fixtures.Facts.FourBounds!, Boundary = Fixtures.Facts.Boundary })).ThenRefused("boundary-unchanged");

    [Theory]
    [InlineData(2028, "演示文号〔2026〕9号")]
    [InlineData(2027, "演示文号〔2026〕10号")]
    public void A_wrong_first_year_or_document_is_corrected_by_recording_the_bounds_anew(int validFrom, string document) => Spec.For(ParkState.Stream)
        .Given(Listed, Change).When(state => ChangeBoundary.Decide(state, Change with { ValidFrom = validFrom, Document = document }))
        .Then(Change with { ValidFrom = validFrom, Document = document });

    [Fact]
    public void No_boundary_applies_to_a_year_before_the_base_year() => Spec.For(ParkState.Stream)
        .Given(Listed).When(state => ChangeBoundary.Decide(state, Change with { ValidFrom = 2024 })).ThenRefused("boundary-before-base-year");

    [Fact]
    public void A_park_that_is_not_listed_has_none_to_change() => Spec.For(ParkState.Stream)
        .Given().When(state => ChangeBoundary.Decide(state, Change)).ThenRefused("park-not-listed");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var park = await ListedAsync();
        await service.AssertAsync(Command.Post("/parks/{id}/boundary-changes", Body(), Persona.National), ["national"], park, version: 1);
    }

    [Fact]
    public async Task The_listed_park_then_has_that_boundary_and_its_views_rebuild()
    {
        var park = await ListedAsync();
        using var changed = await ChangeAsync(park, Body());
        Assert.Equal("200", await changed.VerdictAsync());
        var read = await service.As(Persona.National).ReadAsync($"/parks/{park}");
        Assert.Equal("东至海堤，南至港区路，西至串场河，北至纬一路", read.GetProperty("facts").GetProperty("fourBounds").GetString());
        Assert.True(JsonElement.DeepEquals(Outline, read.GetProperty("facts").GetProperty("boundary")));
        Assert.Equal("2 changeBoundary", $"{read.GetProperty("version")} {read.GetProperty("actions")[0]}");
        Assert.Equal(0, (await service.As(Persona.OfPark).ReadAsync($"/parks/{park}")).GetProperty("actions").GetArrayLength());
        await service.AssertViewsRebuildToTheSameBytesAsync();
    }

    [Theory]
    [InlineData("boundary", "here", "/boundary boundary-not-geojson")]
    [InlineData("fourBounds", "", "/fourBounds required")]
    [InlineData("validFrom", 2019, "/validFrom out-of-range")]
    [InlineData("publishedOn", "yesterday", "/publishedOn wrong-type")]
    [InlineData("document", "", "/document required")]
    [InlineData("source", "", "/source required")]
    [InlineData("reasons", "", "/reasons required")]
    public async Task Each_wrong_field_is_named(string field, object value, string expected)
    {
        var body = Body();
        body[field] = value;
        using var refused = await ChangeAsync(await ListedAsync(), body);
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }

    private static Dictionary<string, object?> Body() => new()
    {
        ["fourBounds"] = Change.FourBounds,
        ["boundary"] = Outline,
        ["validFrom"] = Change.ValidFrom,
        ["document"] = Change.Document,
        ["publishedOn"] = "2026-09-01",
        ["source"] = Change.Source,
        ["reasons"] = Change.Reasons,
    };

    private async Task<Guid> ListedAsync()
    {
        var filed = await service.RecommendedAsync();
        using var published = await service.As(Persona.National).PostAsJsonAsync("/lists", new
        {
            batch = Fixtures.Batch,
            document = "演示文号〔2026〕8号",
            publishedOn = "2026-06-30",
            source = "演示数据。",
            reasons = "评审通过。",
            applications = new[] { new { applicationId = filed.Id } },
        });
        Assert.Equal("201", await published.VerdictAsync());
        return filed.ParkId;
    }

    private async Task<HttpResponseMessage> ChangeAsync(Guid park, object body) =>
        await service.As(Persona.National).SendAsync(HttpMethod.Post, $"/parks/{park}/boundary-changes", body, 1);
}
