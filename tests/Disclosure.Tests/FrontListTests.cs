using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>The ready beginning of the list says the same as the list itself.</summary>
[Collection(nameof(DisclosureService))]
public sealed class FrontListTests(DisclosureService service)
{
    [Fact]
    public async Task Ready_pages_and_queried_pages_are_the_same_whatever_their_size()
    {
        // More parks than the front holds, so that pages end within it, at its edge and beyond it.
        await Parallel.ForEachAsync(Enumerable.Range(1, FrontList.Most + 7), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, _) =>
            await service.DeliverAsync(new Life($"前页园区{n}").Listed(n).All));

        var whole = new List<string>();
        for (var page = 1; whole.Count < page * 200 || page == 1; page++)
        {
            // The scope of all these parks: a filter that leaves everything in, and so bypasses the front.
            whole.AddRange(Items(await ReadAsync($"/parks?scope=partial&pageSize=200&page={page}")));
            if (whole.Count < page * 200)
            {
                break;
            }
        }

        foreach (var size in new[] { 1, 7, 20, 100, 199, 200 })
        {
            foreach (var page in new[] { 1, 2, 3, (whole.Count / size) + 1, (whole.Count / size) + 2 })
            {
                var list = await ReadAsync($"/parks?pageSize={size}&page={page}");
                Assert.Equal(whole.Count, list.GetProperty("total").GetInt32());
                Assert.Equal(whole.Skip((page - 1) * size).Take(size), Items(list));
            }
        }
    }

    private static IEnumerable<string> Items(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(i => i.GetRawText());

    private async Task<JsonElement> ReadAsync(string path) => await (await service.Anonymous().GetAsync(path)).BodyAsync();
}
