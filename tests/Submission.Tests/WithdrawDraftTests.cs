using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

[Collection(nameof(SubmissionService))]
public sealed class WithdrawDraftTests(SubmissionService service)
{
    [Fact]
    public async Task A_draft_that_is_thrown_away_leaves_what_was_submitted()
    {
        var (id, _) = await service.SubmittedAsync();
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("7"), version: 2));
        Assert.Equal("412 draft-changed", await WithdrawAsync(id, version: 2));
        Assert.Equal("200", await WithdrawAsync(id, version: 3));
        Assert.Equal("200", await WithdrawAsync(id, version: 3));
        var shown = await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}");
        Assert.Equal("submitted 4", shown.Line("status", "draftVersion"));
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("draft").ValueKind);
        Assert.Equal(2, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task Only_its_park_throws_it_away()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("7"), version: 0));
        Assert.Equal("409 not-your-park", await WithdrawAsync(id, version: 1, Persona.OtherPark));
        Assert.Equal("403 not-allowed", await WithdrawAsync(id, version: 1, Persona.OfProvince));
        Assert.Equal("404 not-found", await WithdrawAsync(Guid.CreateVersion7(), version: 1));
        Assert.Equal("428 if-match-missing", await WithdrawAsync(id, version: null));
        Assert.Equal("1", (await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}")).Line("draftVersion"));
    }

    private async Task<string> WithdrawAsync(Guid id, long? version, Persona? by = null)
    {
        using var answer = await service.As(by ?? Persona.OfPark).SendAsync(HttpMethod.Delete, $"/submissions/{id}/draft", body: null, version);
        return await answer.VerdictAsync();
    }
}
