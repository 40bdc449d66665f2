// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A library that nobody has a model of, annotated.
#include <functional>
#include <memory>
#include <thread>

struct [[clang::annotate("asynctidy::loop_bound")]] Widget {
  Widget();
  Widget(const Widget &);
  void repaint();
  int width() const;
};

struct Pool {
  [[clang::annotate("asynctidy::offloads")]] void enqueue(std::function<void()> work);
};
void background([[clang::annotate("asynctidy::offloads")]] std::function<void()> work);

Widget global_widget;

void pools(Pool &pool, Widget &widget, Widget *pointer, std::shared_ptr<Widget> shared) {
  pool.enqueue([&widget] {
    widget.repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
                      // note: 'Pool::enqueue' runs this lambda on another thread
                      // note: hand it to the loop by a call that is made for other threads
  });
  pool.enqueue([=] {
    pointer->repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
    shared->repaint();  // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
    (*shared).repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
  });
  background([] {
    global_widget.repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
  });
  background([] {
    static Widget widget;
    widget.repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
  });
  background([&, wide = widget.width() > 1] {
    Widget &one = wide ? widget : widget;
    one.repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
    Widget *two = new Widget;
    two->repaint();
    Widget three;
    three.repaint();
    Widget &four = wide ? widget : three;
    four.repaint();
    delete two;
  });
}

struct View {
  Widget widgets[2];
  std::pair<Widget, int> pair;
  void refresh() { widgets[0].repaint(); }
  void bound() {
    widgets[0].repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
  }
  void load() {
    background([this] { refresh(); }); // expect: async-cross-thread-call: 'View::refresh' calls 'Widget::repaint' off the thread
    background([self = *this]() mutable {
      self.refresh();
    });
    background([this] {
      auto &[widget, number] = pair;
      widget.repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
    });
    background(std::bind(&View::bound, this));
    background([widget = widgets[0]]() mutable {
      widget.repaint(); // expect: async-cross-thread-call: 'Widget::repaint' is called off the thread
    });
    background([] {
      View view;
      view.refresh();
    });
  }
};
