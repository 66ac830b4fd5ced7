using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>Last year's values stand beside the fields of this one.</summary>
[Collection(nameof(SubmissionService))]
public sealed class PreviousYearTests(SubmissionService service)
{
    [Fact]
    public async Task It_is_the_newest_earlier_year_that_was_submitted()
    {
        var (before, park) = await service.OpenedAsync(Fixtures.Year - 1);
        var electricity = new[] { new { direction = "in", kind = "direct", mwh = "400000" } };
        Assert.Equal("200", await service.SaveAsync(before, new { year = Fixtures.Year - 1, electricity }, version: 0));
        using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{before}/submission", new { }, version: 1);
        Assert.Equal("200", await submitted.VerdictAsync());
        await OpenAsync(park, Fixtures.Year);
        var later = await OpenAsync(park, Fixtures.Year + 1);
        Assert.Equal("200", await service.SaveAsync(later, new { year = Fixtures.Year + 1 }, version: 0));

        var previous = (await ReadAsync(later, Persona.OfPark)).GetProperty("previous");

        Assert.Equal(Fixtures.Year - 1, previous.GetProperty("year").GetInt32());
        Assert.Equal("400000", previous.GetProperty("electricity")[0].GetProperty("mwh").GetString());
    }

    [Fact]
    public async Task A_first_year_has_none_before_it()
    {
        var (id, _) = await service.SubmittedAsync();
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(id, Persona.OfPark)).GetProperty("previous").ValueKind);
    }

    [Fact]
    public async Task Reviewers_do_not_get_it()
    {
        var (_, park) = await service.SubmittedAsync();
        var later = await OpenAsync(park, Fixtures.Year + 1);
        Assert.Equal("200", await service.SaveAsync(later, new { year = Fixtures.Year + 1 }, version: 0));
        Assert.NotEqual(JsonValueKind.Null, (await ReadAsync(later, Persona.OfPark)).GetProperty("previous").ValueKind);

        var (submitted, _) = await service.SubmittedAsync();
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(submitted, Persona.OfProvince)).GetProperty("previous").ValueKind);
    }

    private async Task<Guid> OpenAsync(Guid park, int year)
    {
        using var opened = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year });
        Assert.Equal("201", await opened.VerdictAsync());
        return SubmissionState.IdOf(park, year);
    }

    private async Task<JsonElement> ReadAsync(Guid id, Persona by)
    {
        using var read = await service.As(by).GetAsync(new Uri($"/submissions/{id}", UriKind.Relative));
        return await read.BodyAsync();
    }
}
