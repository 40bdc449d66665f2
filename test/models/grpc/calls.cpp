// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A stub's synchronous methods are known by what they take and return: a generator named them.
#include <grpcpp/grpcpp.h>
#include <grpcpp/support/sync_stream.h>

#include <memory>

#include "../../mocks/job.h"

struct Request {};
struct Reply {};

class Greeter {
public:
  class Stub {
  public:
    grpc::Status SayHello(grpc::ClientContext *context, const Request &request, Reply *reply);
    std::unique_ptr<grpc::ClientAsyncResponseReader<Reply>>
    AsyncSayHello(grpc::ClientContext *context, const Request &request, grpc::CompletionQueue *queue);
    std::unique_ptr<grpc::ClientReader<Reply>> Listen(grpc::ClientContext *context, const Request &);
    std::unique_ptr<grpc::ClientWriter<Request>> Tell(grpc::ClientContext *context, Reply *reply);
    std::unique_ptr<grpc::ClientReaderWriter<Request, Reply>> Talk(grpc::ClientContext *context);
  };
};

grpc::Status checked(const Reply &reply);

Job unary(Greeter::Stub &stub, grpc::ClientContext &context, grpc::CompletionQueue &queue) {
  Reply reply;
  grpc::Status status = stub.SayHello(&context, Request(), &reply); // expect: async-blocking-call: blocks the event loop
                                                                    // note: use the stub's async() instead
  status = checked(reply);
  (void)stub.AsyncSayHello(&context, Request(), &queue);
  co_return;
}

Job streams(Greeter::Stub &stub, grpc::ClientContext &context) {
  Reply reply;
  auto reader = stub.Listen(&context, Request());
  reader->WaitForInitialMetadata(); // expect: async-blocking-call: blocks the event loop
  while (reader->Read(&reply)) // expect: async-blocking-call: blocks the event loop
    ;
  reader->Finish(); // expect: async-blocking-call: blocks the event loop
  auto writer = stub.Tell(&context, &reply);
  writer->Write(Request()); // expect: async-blocking-call: blocks the event loop
  writer->WritesDone(); // expect: async-blocking-call: blocks the event loop
  auto both = stub.Talk(&context);
  both->WaitForInitialMetadata(); // expect: async-blocking-call: blocks the event loop
  both->Write(Request(), grpc::WriteOptions()); // expect: async-blocking-call: blocks the event loop
  both->WritesDone(); // expect: async-blocking-call: blocks the event loop
  both->Read(&reply); // expect: async-blocking-call: blocks the event loop
  co_return;
}

Job queues(grpc::ServerCompletionQueue &queue, grpc::Channel &channel, grpc::Server &server) {
  void *tag;
  bool ok;
  queue.Next(&tag, &ok); // expect: async-blocking-call: blocks the event loop
  queue.AsyncNext(&tag, &ok, 0);
  queue.Shutdown();
  channel.WaitForConnected(5); // expect: async-blocking-call: blocks the event loop
  channel.WaitForStateChange(GRPC_CHANNEL_IDLE, 5); // expect: async-blocking-call: blocks the event loop
  channel.NotifyOnStateChange(GRPC_CHANNEL_IDLE, 5, &queue, tag);
  server.Wait(); // expect: async-blocking-call: blocks the event loop
  server.Shutdown(); // expect: async-blocking-call: blocks the event loop
  co_return;
}
