using System.Security.Cryptography;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>Hours are confidential.</summary>
[Collection(nameof(SubmissionService))]
public sealed class HourAccessTests(SubmissionService service)
{
    [Fact]
    public async Task Hours_are_the_parks_until_the_year_is_submitted()
    {
        var (id, _) = await service.OpenedAsync();
        using var brought = await service.BringAsync(id, Hours.Usual, 0);
        foreach (var persona in Persona.All.Where(p => p != Persona.OfPark))
        {
            foreach (var path in new[] { "", $"/{Convert.ToHexStringLower(SHA256.HashData(Hours.Usual))}" })
            {
                using var read = await service.As(persona).GetAsync(new Uri($"/submissions/{id}/matching{path}", UriKind.Relative));
                Assert.Equal(404, (int)read.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Reviewers_open_the_file_of_a_submitted_version()
    {
        var (id, _) = await service.SubmittedWithHoursAsync();
        foreach (var persona in new[] { Persona.OfProvince, Persona.National })
        {
            Assert.Equal(("200", "200", "404 not-found"), await VerdictsAsync(persona, id));
        }

        Assert.Equal(("404 not-found", "404 not-found", "404 not-found"), await VerdictsAsync(Persona.OtherProvince, id));
    }

    [Fact]
    public async Task The_body_that_verifies_the_version_opens_its_file_and_no_other_body_does()
    {
        var (id, park) = await service.SubmittedWithHoursAsync();
        var verification = Guid.CreateVersion7();
        service.Answers(Fixtures.Verified(1, id, opinion: null, id: verification) with { ParkId = park });

        Assert.Equal(("200", "200", "404 not-found"), await VerdictsAsync(Persona.Lead, id, verification));
        Assert.Equal(("404 not-found", "404 not-found", "404 not-found"), await VerdictsAsync(Persona.Lead, id));
        Assert.Equal(("404 not-found", "404 not-found", "404 not-found"), await VerdictsAsync(Persona.OtherLead, id, verification));
    }

    /// <summary>Of the file, of what it amounts to in the first version, and of what is drafted.</summary>
    private async Task<(string File, string Version, string Draft)> VerdictsAsync(Persona persona, Guid id, Guid? verification = null)
    {
        var by = verification is null ? "" : $"verification={verification}";
        return (await Of($"/{Convert.ToHexStringLower(SHA256.HashData(Hours.Usual))}?{by}"), await Of($"?version=1&{by}"), await Of($"?{by}"));

        async Task<string> Of(string path)
        {
            using var answer = await service.As(persona).GetAsync(new Uri($"/submissions/{id}/matching{path}", UriKind.Relative));
            return await answer.VerdictAsync();
        }
    }
}
