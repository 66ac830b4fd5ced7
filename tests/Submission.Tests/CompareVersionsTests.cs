using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

[Collection(nameof(SubmissionService))]
public sealed class CompareVersionsTests(SubmissionService service)
{
    [Fact]
    public async Task Two_versions_differ_in_what_was_changed_and_in_nothing_else()
    {
        var (id, _) = await service.SubmittedAsync();
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1200.0"), version: 2));
        var preview = await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}/draft/diff");
        Assert.Equal(["changed /electricity/1/mwh mwh 1000 1200 MWh"], Lines(preview));
        using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { reason = "A bill came late." }, version: 2);
        var between = await service.As(Persona.OfProvince).ReadAsync($"/submissions/{id}/versions/1/diff/2");
        Assert.Equal(Lines(preview), Lines(between));
        Assert.Equal("832.5", between.GetProperty("before").Line("total"));
        Assert.Equal("999", between.GetProperty("after").Line("total"));
        Assert.Empty(Lines(await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}/versions/1/diff/1")));
    }

    [Fact]
    public async Task Who_may_not_see_the_year_sees_no_difference_either()
    {
        var (id, _) = await service.SubmittedAsync();
        Assert.Equal("404 not-found", await VerdictAsync(Persona.OtherPark, $"/submissions/{id}/versions/1/diff/1"));
        Assert.Equal("404 not-found", await VerdictAsync(Persona.Lead, $"/submissions/{id}/versions/1/diff/1"));
        Assert.Equal("404 not-found", await VerdictAsync(Persona.OfPark, $"/submissions/{id}/versions/1/diff/2"));
        Assert.Equal("404 not-found", await VerdictAsync(Persona.OfPark, $"/submissions/{id}/draft/diff"));
        Assert.Equal("403 not-allowed", await VerdictAsync(Persona.OfProvince, $"/submissions/{id}/draft/diff"));
    }

    private static IEnumerable<string> Lines(JsonElement comparison) =>
        comparison.GetProperty("differences").EnumerateArray().Select(d => d.Line("kind", "pointer", "member", "old", "new", "unit"));

    private async Task<string> VerdictAsync(Persona by, string path)
    {
        using var answer = await service.As(by).GetAsync(new Uri(path, UriKind.Relative));
        return await answer.VerdictAsync();
    }
}
