using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>Submitting while somebody types: a version and its draft are never half of each other.</summary>
[Collection(nameof(SubmissionService))]
public sealed class SubmitRaceTests(SubmissionService service)
{
    [Fact]
    public async Task What_is_saved_while_the_year_is_submitted_is_in_the_version_or_refused()
    {
        for (var round = 0; round < 5; round++)
        {
            var (id, _) = await service.OpenedAsync();
            Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1000"), version: 0));
            var saves = Enumerable.Range(1, 4).Select(n => service.SaveAsync(id, SubmissionService.Draft(2000 + n), version: 1)).ToArray();
            using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
            var taken = (await Task.WhenAll(saves)).Count(v => v == "200");
            Assert.Equal("200", await submitted.VerdictAsync());
            var shown = await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}");
            var reported = shown.GetProperty("versions")[0].GetProperty("data").GetProperty("electricity")[1].Line("mwh");
            // A save before the submission is what was submitted; after it, it was made on a version that is gone.
            Assert.Equal(taken == 1 ? "saved" : "not saved", reported == "1000" ? "not saved" : "saved");
            Assert.Equal(System.Text.Json.JsonValueKind.Null, shown.GetProperty("draft").ValueKind);
        }
    }

    [Fact]
    public async Task Of_ten_submissions_at_once_one_is_recorded()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1000"), version: 0));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1)));
        foreach (var answer in answers)
        {
            Assert.Equal("200", await answer.VerdictAsync());
            answer.Dispose();
        }

        Assert.Equal(2, await service.EventCountAsync(id));
    }
}
